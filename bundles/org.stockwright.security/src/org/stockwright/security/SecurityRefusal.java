package org.stockwright.security;

import org.stockwright.base.RefusalCode;

/** Why somebody was not let in or not let do something. */
public enum SecurityRefusal implements RefusalCode {

    /** The user has no role with the permission: user, permission. */
    NOT_ALLOWED("{0} has no permission for this: {1}"),
    /** The permission is limited to other sites: user, permission, place. */
    NOT_AT_THIS_SITE("{0} has the permission {1} not at {2}"),
    /** Nobody is signed in. */
    NOT_SIGNED_IN("Nobody is signed in");

    private final String sentence;

    SecurityRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
