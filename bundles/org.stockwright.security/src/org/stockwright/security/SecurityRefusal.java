package org.stockwright.security;

import org.stockwright.base.RefusalCode;

/** Why somebody was not let in or not let do something, or why a user or role was not stored. */
public enum SecurityRefusal implements RefusalCode {

    /** The user has no role with the permission: user, permission. */
    NOT_ALLOWED("{0} has no permission for this: {1}"),
    /** The permission is limited to other sites: user, permission, place. */
    NOT_AT_THIS_SITE("{0} has the permission {1} not at {2}"),
    /** Nobody is signed in. */
    NOT_SIGNED_IN("Nobody is signed in"),
    /** A method that does not say what permission it needs: its name. */
    NO_RULE("{0} does not say what permission it needs, so nobody may call it"),
    /** No book is open, so there are no users. */
    NO_BOOK("No book is open"),
    /** The user or the password is wrong; nobody is told which. */
    WRONG_PASSWORD("The user or the password is wrong"),
    /** No password is accepted for a while: user, until when. */
    TOO_MANY_TRIES("{0} gave too many wrong passwords; none is accepted before {1}"),
    /** An administrator has locked the user. */
    USER_LOCKED("{0} is locked"),
    /** The password is too short: characters that it must have. */
    PASSWORD_TOO_SHORT("A password has {0} characters at least"),
    /** The password is too long: characters that it may have. */
    PASSWORD_TOO_LONG("A password has {0} characters at most"),
    /** The password is made of the user's name. */
    PASSWORD_HAS_NAME("The password must not be the user''s name"),
    /** The password is one of those that are tried first. */
    PASSWORD_COMMON("The password is too easy to guess"),
    /** The new password is the old one. */
    PASSWORD_NOT_NEW("The new password is the old one"),
    /** Not a name that a user can have: the name. */
    USER_NAME_INVALID("''{0}'' cannot be a user''s name"),
    /** A user has this name: the name. */
    USER_EXISTS("There is a user {0} already"),
    /** No user has this name: the name. */
    UNKNOWN_USER("There is no user {0}"),
    /** A role must have a name. */
    ROLE_NAME_EMPTY("The role has no name"),
    /** A role has this name: the name. */
    ROLE_EXISTS("There is a role {0} already"),
    /** No role with this name or identity. */
    UNKNOWN_ROLE("There is no role {0}"),
    /** The administrator's role stays as it is: its name. */
    ROLE_IS_FIXED("The role {0} allows everything and stays as it is"),
    /** The role has users: its name, how many. */
    ROLE_IN_USE("The role {0} is given to {1} users"),
    /** A user without administration may not widen what he may do himself: user, role. */
    OWN_ROLE("{0} cannot change what {0} may do: {1}"),
    /** No installed module knows the permission: its id. */
    UNKNOWN_PERMISSION("There is no permission {0}"),
    /** No such place: its identity. */
    UNKNOWN_SITE("There is no location {0}"),
    /** Only an administrator may change an administrator: who tried. */
    ADMINISTRATORS_ONLY("{0} is no administrator and cannot change one"),
    /** Somebody must be able to manage the book: who is the last. */
    LAST_ADMINISTRATOR("{0} is the last administrator"),
    /** A text is too long: which, characters that it may have. */
    TEXT_TOO_LONG("{0} has {1} characters at most"),
    /** Somebody else changed it since it was read: what. */
    CHANGED_MEANWHILE("{0} was changed meanwhile");

    private final String sentence;

    SecurityRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
