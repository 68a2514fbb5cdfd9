package org.unknot.account;

/** What somebody is to the person whose record they ask for. */
public enum Relationship {
    /** It is their own. */
    SELF,
    /** Looks after the person, with the person's word for it. */
    CARER,
    /** Answers for a person under 16. */
    GUARDIAN,
    /** Treats or trains the person: "their patient". */
    TREATS,
    /** Leads a class that the person goes to: "their class". */
    LEADS_CLASS
}
