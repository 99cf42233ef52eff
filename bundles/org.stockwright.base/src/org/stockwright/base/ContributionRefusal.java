package org.stockwright.base;

/** Why a contribution of a plug-in gave no answer. */
public enum ContributionRefusal implements RefusalCode {

    /** It threw something: its name, what. */
    FAILED("{0} failed: {1}"),
    /** It did not answer in time: its name, the seconds that it had. */
    TOO_SLOW("{0} did not answer within {1} s"),
    /** It failed too often: its name, how often. */
    DISABLED("{0} is disabled because it failed {1} times");

    private final String sentence;

    ContributionRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
