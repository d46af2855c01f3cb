organisation-account = Mijn account
organisation-the-coach = de coach
organisation-the-participant = de deelnemer
organisation-the-person = de persoon over wie het gaat
organisation-someone-paused = Iemand die de eigen gegevens heeft bevroren
