# What an organisation shows of its processing: record, annex, transfers, assessment.
# { $gdpr } is the name of the law where the controller is.
export-gdpr = GDPR
export-gdpr-uk = UK GDPR
export-made = Made for { $name }, from version { $number } of the privacy statement, which has held since { $date }.
export-form-ropa-html = Record of processing activities
export-form-ropa-csv = Record of processing activities, as a table
export-form-annex = Annex for agreements with processors
export-form-transfers = Transfers out of the European Economic Area
export-form-dpia = Start of an impact assessment
export-form-dpv = The statement for machines (DPV 2.3)
export-about-ropa-html = What the law asks to be written down, point by point, to read or to print.
export-about-ropa-csv = The same record, one line for each purpose and kind of data, for a spreadsheet.
export-about-annex = What each agreement with a processor has to describe, as far as the statement tells it.
export-about-transfers = Who receives data outside the European Economic Area, and on what ground.
export-about-dpia = What the statement tells already, and the questions that people have to answer.
export-about-dpv = JSON-LD in the terms of the Data Privacy Vocabulary, for tools that compare or check.

# The record.
export-record-lead = This is the record of processing activities that Art. 30(1) { $gdpr } asks for. The program makes it from the statement that it carries out.
export-points = The points of Art. 30(1) { $gdpr }
export-point-a = (a) Who is responsible
export-point-b = (b) Purposes
export-point-c = (c) Whose data, and what data
export-point-d = (d) Who receives it
export-point-e = (e) Transfers to other countries
export-point-f = (f) When it is deleted
export-point-g = (g) How it is kept safe
export-answered = Answered below.
export-who = Who is responsible
export-controller = Controller
export-address = Address
export-country = Country
export-contact = Contact
export-officer = Data protection officer
export-joint = Joint controllers
export-joint-none = None.
export-authority = Supervisory authority
export-purpose-idle = No data is held for this purpose.
export-holds = What it is
export-subjects = Whose data
export-basis = Legal basis
export-inside = Who can see it inside
export-outside = Who receives it outside
export-outside-none = Nobody.
export-period = Kept until
export-marks = To be noted
export-special = Special category of data (Art. 9 { $gdpr }).
export-secrecy = Under the professional secrecy of { $role }.
export-visits-apart = Data about visits, kept apart from data about people.
export-not-held = Not in use: the program stores none of it today.
export-recipients = Recipients
export-part = Role
export-receives = What it receives
export-transfer = Transfer
export-transfer-none = None: the data stays in the European Economic Area or in the controller’s own country.
export-measures = How the data is kept safe
export-measures-fact = Measures
export-column-purpose = Purpose
export-column-category = Kind of data
export-column-items = Items
export-column-clause = Clause
export-visitors = visitors of the site
export-everyone = everyone with an account
export-nobody = nobody; only the program uses it
export-basis-consent = Consent, Art. 6(1)(a) { $gdpr }
export-basis-contract = Contract, Art. 6(1)(b) { $gdpr }
export-basis-legal-obligation = Legal obligation, Art. 6(1)(c) { $gdpr }
export-basis-vital-interest = Vital interest, Art. 6(1)(d) { $gdpr }
export-basis-public-task = Public task, Art. 6(1)(e) { $gdpr }
export-basis-legitimate-interest = Legitimate interest, Art. 6(1)(f) { $gdpr }
export-basis-in = In { $activity }: { $basis }
export-period-of = { $roles }: { $when }
export-period-consent = { $period }, with consent
export-recipient = { $name } ({ $role }, { $country })
export-role-processor = processor
export-role-controller = controller
export-role-joint-controller = joint controller
export-role-authority = public authority
export-safeguard-adequacy = Adequacy decision, Art. 45 { $gdpr }
export-safeguard-standard-contractual-clauses = Standard contractual clauses, Art. 46(2)(c) { $gdpr }
export-safeguard-binding-corporate-rules = Binding corporate rules, Art. 47 { $gdpr }
export-safeguard-explicit-consent = Explicit consent, Art. 49(1)(a) { $gdpr }
export-with-state = { $text } ({ $state }.)

# What the law asks and the statement does not say.
export-lacks-address = No postal address is given. Add it to the statement’s controller.
export-lacks-officer = No data protection officer is named. If the law asks you for one, add the officer’s address to the statement’s controller.
export-lacks-representative = The controller is outside the European Economic Area. Name a representative in the Union, if the law asks you for one.
export-lacks-purposes = No purpose is stated.
export-lacks-categories = No kind of data is stated.
export-lacks-recipients = No recipient is named. If nobody outside receives anything, write that down.
export-lacks-safeguard = The ground for the transfer is not stated.
export-lacks-period = No period is stated.
export-lacks-measures = No measure is stated.
export-lacks-received = The statement does not say which data this is.
export-lacks-subject-matter = The statement does not say what the processor does.
export-lacks-duration = The statement does not say how long the agreement runs. Write it into the agreement.
export-lacks-nature = The statement does not say what for.
export-lacks-agreement = No agreement is stated.
export-lacks-document = The statement does not name the document.
export-lacks-review = The statement does not say when the agreement is looked at again.
export-lacks-judged = Look at the law and the practice of the country, and write down what you found.
export-lacks-fields = The statement does not say what forms may ask.
export-lacks-rights = The statement does not say how people use their rights.
export-lacks-balance = This rests on a legitimate interest. Write down the interest, why the data is needed for it, and why it outweighs what people may expect.
export-lacks-against = The statement sets nothing against it.

# The annex.
export-annex-lead = For each processor, what an agreement under Art. 28(3) { $gdpr } has to describe. What the statement does not tell is named, so that the agreement can.
export-processors = Processors
export-processors-none = The statement names no processor.
export-subject-matter = Subject
export-duration = Duration
export-nature = Purposes
export-agreement = Agreement
export-signed = Signed on { $date }.
export-document = Document
export-review = Looked at again
export-sealed = Encrypted
export-duties = Duties of the processor
export-duties-agreement = Art. 28(3)(a) to (h) { $gdpr }: instructions, confidentiality, security, further processors, help with people’s rights and with breaches, return or deletion at the end, and audits. The agreement itself has to say them.

# Transfers.
export-transfers-lead = Chapter V { $gdpr } lets personal data leave the European Economic Area only on a ground. This list is made from the statement’s recipients.
export-transfers = Transfers
export-transfers-none = None of the recipients is in another country than the controller’s own outside the European Economic Area.
export-excluded = Ruled out
export-staying = Recipients to whom no data is transferred
export-transfer-judged = Assessment of the transfer

# The assessment.
export-dpia-lead = A start for the assessment of Art. 35 { $gdpr }. What the statement tells is filled in. What only people can judge is marked as open.
export-criteria = Is an assessment needed?
export-criteria-count = { $applying ->
    [one] By the statement, one of nine criteria applies;
   *[other] By the statement, { $applying } of nine criteria apply;
 } { $open ->
    [one] one more is open.
   *[other] { $open } more are open.
 }
export-criteria-rule = As a rule an assessment is needed when two or more apply (guidelines WP 248 rev.01).
export-criterion-scoring = Scoring or profiling
export-criterion-decisions = Decisions by a machine alone
export-criterion-monitoring = Systematic monitoring
export-criterion-sensitive = Sensitive or very personal data
export-criterion-scale = Large scale
export-criterion-matching = Combining sets of data
export-criterion-vulnerable = People who cannot easily refuse
export-criterion-novel = New technology, or a new use of it
export-criterion-barring = Being kept from a right, a service or an agreement
export-applies = Applies: { $why }
export-ruled-out = Ruled out: { $why }
export-judge = Open: somebody has to judge this.
export-confidential = { $what } fall under secrecy or are sensitive.
export-description = Description of the processing
export-description-said = Made from the statement. Ask the data protection officer to read it.
export-description-alone = Made from the statement.
export-necessity = Is it needed, and no more than needed?
export-asked = What forms ask
export-grouped = Figures about groups
export-rights = People’s rights
export-alternatives = Could the purpose be reached with less?
export-risks = Risks for people
export-risks-lead = Three things that can go wrong. What the statement sets against each is listed; how likely and how grave each is, people have to judge.
export-risk-seen = Somebody sees what they should not
export-risk-changed = Something is changed that should not be
export-risk-lost = Something is lost
export-against = What stands against it
export-likelihood = How likely
export-severity = How grave
export-questions = Open questions
export-question-people = How many people are concerned, and are there many for the region or the field?
export-question-views = What do the people concerned think of it? (Art. 35(9) { $gdpr })
export-question-advice = What does the data protection officer advise? (Art. 35(2) { $gdpr })
export-question-transfer = Has the transfer to { $name } been assessed?
export-question-declared = Until when does this hold, and who looks at it again? “{ $text }”
export-question-idle = { $count ->
    [one] One clause is not in use yet. Look at the assessment again when it is.
   *[other] { $count } clauses are not in use yet. Look at the assessment again when they are.
 }
