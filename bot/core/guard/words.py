"""The words that make a sentence about a person's health, and those that make it about work.

Lower case, as `plain` leaves them, with and without the accents that phones forget.
"""

CIVILITY = r"(?:[Mm](?:onsieur|adame|ademoiselle|lle|me|rs?\.?|s\.|iss)|M(?:ME|LLE|R|RS)|M\.?)"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NOT_A_NAME = _set(
    """
    a ai au aux avec bonjour ce ces cette d de des directeur directrice docteur dr du elle en est et
    expert experte il je l la le les ma madame mademoiselle maire merci ministre mme mon monsieur
    nous on ou par partenaire pour pr prefet president presidente professeur préfet préfète
    président présidente que qui sa se si son sur un une vice vos votre vous à the and is was
    """
)
"""After a civility or «patient» these are no family name."""

NOT_A_PERSON = _set(
    """
    ALD AMT ARS AVC BPCO CHU CPTS COVID DAC EHPAD ETP HAD HTA IC IDE INS IRC MCS MSP PTA RPPS SAMU
    SAS SDRA SLA SMUR SSIAD TCC UHCD URPS USLD VHC VIH Alzheimer Covid Parkinson Expert Partenaire
    Ressource Traceur Urgence Urgences Vitale
    """
)
"""After «patient» without a civility these are no person."""

STATES = _set(
    """
    alcoolique alité alitée asthmatique asthmatiques bipolaire cancéreuse cancéreux diabetique
    diabétique diagnostiqué diagnostiquée dialysé dialysée dément démente dépressif dépressive
    décompense décompensé désorienté désorientée enceinte epileptique épileptique fébrile grabataire
    hospitalise hospitalisee hospitalisé hospitalisée hypertendu hypertendue incontinent
    incontinente intubé intubée opéré opérée parkinsonien parkinsonienne perfusé perfusée
    schizophrène souffre souffrant souffrante suicidaire séropositif séropositive toxicomane
    trachéotomisé trachéotomisée
    diabetic diagnosed hospitalised hospitalized pregnant suffers
    """
)
"""What is said of one person."""

TOPICS = _set(
    """
    alzheimer anticoagulant anticoagulants antibiotique antibiotiques antécédent antécédents asthme
    avc bpco brûlure cancer chimio chimiothérapie démence dépression diabete diabète diagnostic
    diagnostics dialyse doliprane embolie epilepsie épilepsie escarre escarres fausse-couche fièvre
    fracture glycemie glycémie hépatite infarctus injection injections insuline ivg kardegic
    leucémie levothyrox lovenox metformine morphine métastase métastases ordonnance ordonnances
    oxygène pansement pansements parkinson pathologie perfusion perfusions phlébite plaie pneumonie
    pneumopathie posologie prescription saturation schizophrénie sclérose septicémie sonde stomie
    symptôme symptômes traitement traitements tuberculose tumeur ulcère ventoline vih
    diagnosis insulin stroke treatment
    """
)
"""Of a person, or the subject of an evening."""

HEALTH = STATES | TOPICS

AGENDA = _set(
    """
    amène amènera anime animera animé animée apporte apportera article association atelier
    ateliers boites boîtes campagne cartons cas chargé chargée chercher colloque commande
    conférence coordonne cours distribue distribuera dépistage exercice formation formations
    fournira fournit gère gérera intervention intervient interviendra kit kits livraison livre
    livrera newsletter organise organisera presente programme projet protocole protocoles
    prépare préparera prévention présente présentera referent responsable reunion récupère
    récupérera référent référente réunion scénario simulation soirée stock webinaire brings
    training workshop
    """
)
"""In the same sentence these make a topic nobody's illness."""

ROLES = _set(
    """
    adjoint adjointe ars bénévole cadre collègue collègues conseiller conseillère coordinateur
    coordinatrice coordonnateur coordonnatrice cpam cpts dentiste directeur directrice
    diététicienne docteur dr formateur formatrice ide idel infirmier infirmiere infirmière kine
    kiné maire mairie medecin médecin orthophoniste pharmacien pharmacienne podologue professeur
    professeure psychologue préfet préfète président présidente remplace remplacement remplacer
    remplaçant remplaçante sage-femme secrétaire élu élue coordinator nurse
    """
)
"""Beside a name: this person works here."""
