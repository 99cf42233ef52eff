package org.stockwright.base.gs1;

import org.stockwright.base.RefusalCode;

/** Why a text is no GS1 element string, or a value not one of its elements. */
public enum Gs1Refusal implements RefusalCode {

    /** Nothing about the text says that it is an element string. */
    NOT_AN_ELEMENT_STRING("''{0}'' is no GS1 element string"),
    /** Longer than any symbol. */
    TOO_LONG("A scan of {0} characters is longer than any GS1 symbol, which has at most {1}"),
    /** Digits that are no identifier, or one that is not known here. */
    UNKNOWN_IDENTIFIER("''{0}'' begins with no known application identifier"),
    /** Too many or too few characters: identifier, title, value, characters, what is allowed. */
    WRONG_LENGTH("({0}) {1} has {3} characters in ''{2}''; it must have {4}"),
    /** A character that the identifier does not allow: identifier, title, value, the character. */
    BAD_CHARACTER("({0}) {1} ''{2}'' cannot have ''{3}''"),
    /** The check digit does not fit: identifier, title, value, the right digit. */
    WRONG_CHECK_DIGIT("The check digit of ({0}) {1} {2} should be {3}"),
    /** No day of the calendar: identifier, title, value. */
    BAD_DATE("({0}) {1} {2} is no date"),
    /** The same identifier twice: identifier, title, the two values. */
    CONTRADICTION("({0}) {1} is there twice: {2} and {3}"),
    /** Two readings are as good as each other: the two. */
    AMBIGUOUS("It may be {0} or {1}"),
    /** No GS1 Company Prefix. */
    BAD_COMPANY_PREFIX("''{0}'' is no GS1 Company Prefix"),
    /** The extension digit is one digit: what was given. */
    BAD_EXTENSION("''{0}'' is no extension digit"),
    /** The serial reference does not fit: the number, the company prefix, the largest that fits. */
    BAD_SERIAL_REFERENCE("The serial reference {0} does not fit the company prefix {1}: the largest is {2}");

    private final String sentence;

    Gs1Refusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
