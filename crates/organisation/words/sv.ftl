organisation-account = Mitt konto
organisation-you = du
organisation-the-coach = coachen
organisation-the-participant = deltagaren
organisation-the-person = personen som det handlar om
