package org.unknot.account;

/**
 * What a member of staff is to the clinic. A role alone opens no clinical record: that takes a {@link Relationship} too. A
 * person may have several. Patients and carers have none; they are who they are by relationship.
 */
public enum Role {
    OWNER,
    SOFT_TISSUE_OT,
    EXERCISE_PHYSIOLOGIST,
    PERSONAL_TRAINER,
    CLASS_LEAD,
    FRONT_DESK,
    AUDITOR
}
