form-missing = Vul dit alsjeblieft in.
form-too-long = { $most ->
    [one] Hier past hooguit één teken.
   *[other] Hier passen hooguit { $most } tekens.
}
form-choose = Kies alsjeblieft een van deze mogelijkheden.
form-not-an-address = Dit lijkt geen e-mailadres. Het hoort eruit te zien als naam@voorbeeld.nl.
form-not-a-date = Dit lijkt geen datum. Het hoort eruit te zien als 2028-03-14.
form-not-a-time = Dit lijkt geen tijd. Het hoort eruit te zien als 09:30.
form-not-a-number = Schrijf alsjeblieft een heel getal.
form-unknown = We kennen deze keuze niet. Kies alsjeblieft opnieuw.
form-file-missing = Kies alsjeblieft een bestand.
form-file-harmful = De virusscanner vond iets schadelijks in dit bestand. Daarom hebben we het niet aangenomen. Verder is er niets verloren.
form-file-unseen = We konden dit bestand niet op virussen laten bekijken. Daarom hebben we het niet aangenomen. Verder is er niets verloren. Probeer het later nog eens, of ga verder zonder het bestand.
form-file-too-large = { $most ->
    [one] Dit bestand is te groot. Het mag hooguit 1 MB zijn.
   *[other] Dit bestand is te groot. Het mag hooguit { $most } MB zijn.
}
