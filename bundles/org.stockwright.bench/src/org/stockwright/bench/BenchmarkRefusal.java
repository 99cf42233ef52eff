package org.stockwright.bench;

import org.stockwright.base.RefusalCode;

/** Why a workload is not measured. */
public enum BenchmarkRefusal implements RefusalCode {

    /** No workload has this id. */
    UNKNOWN_WORKLOAD("There is no workload ''{0}''"),
    /** A number is out of its range. */
    OUT_OF_RANGE("{0} is {1}; it must be {2}");

    private final String sentence;

    BenchmarkRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
