form-missing = Please fill this in.
form-too-long = { $most ->
    [one] This can be one character at most.
   *[other] This can be { $most } characters at most.
}
form-choose = Please choose one of these.
form-not-an-address = This does not look like an e-mail address. It should look like name@example.org.
form-not-a-date = This does not look like a date. It should look like 2028-03-14.
form-not-a-time = This does not look like a time. It should look like 09:30.
form-not-a-number = Please write a whole number.
form-unknown = We do not know this choice. Please choose again.
form-file-missing = Please choose a file.
form-file-harmful = The virus scanner found something harmful in this file, so we have not taken it. Nothing else is lost.
form-file-unseen = We could not have this file looked at for viruses, so we have not taken it. Nothing else is lost. Try again later, or go on without it.
form-file-too-large = { $most ->
    [one] This file is too large. It can be 1 MB at most.
   *[other] This file is too large. It can be { $most } MB at most.
}
