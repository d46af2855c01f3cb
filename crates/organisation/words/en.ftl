organisation-account = My account
organisation-the-coach = the coach
organisation-the-participant = the participant
organisation-the-person = the person it is about
organisation-someone-paused = Somebody who has frozen their data
