package org.stockwright.company;

import org.stockwright.base.RefusalCode;

/** Why a company was not made or opened. */
public enum CompanyRefusal implements RefusalCode {

    /** A required field is empty. */
    MISSING("{0} is missing"),
    /** There is a company in this store already. */
    COMPANY_EXISTS("{0} holds the company {1} already"),
    /** The store holds no company: making it did not come to an end. */
    NO_COMPANY("{0} holds no company"),
    /** No book is open. */
    NOTHING_OPEN("No company is open");

    private final String sentence;

    CompanyRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
