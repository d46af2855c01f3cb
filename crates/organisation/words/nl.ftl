organisation-account = Mijn account
organisation-you = jij
organisation-the-coach = de coach
organisation-the-participant = de deelnemer
organisation-the-person = de persoon over wie het gaat
