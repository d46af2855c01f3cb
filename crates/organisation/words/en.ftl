organisation-account = My account
organisation-you = you
organisation-the-coach = the coach
organisation-the-participant = the participant
organisation-the-person = the person it is about
