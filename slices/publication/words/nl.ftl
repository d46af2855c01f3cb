publication-title = Privacyverklaring
publication-as-text = Lees dit als gewone tekst
