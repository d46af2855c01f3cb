organisation-account = Mitt konto
organisation-the-coach = coachen
organisation-the-participant = deltagaren
organisation-the-person = personen som det handlar om
organisation-someone-paused = Någon som har fryst sina uppgifter
