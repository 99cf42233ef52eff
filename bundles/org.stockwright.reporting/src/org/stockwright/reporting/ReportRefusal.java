package org.stockwright.reporting;

import org.stockwright.base.RefusalCode;

/** Why a report was not run. */
public enum ReportRefusal implements RefusalCode {

    /** No installed bundle has it. */
    UNKNOWN_REPORT("There is no report ''{0}''"),
    /** The report has no such parameter. */
    UNKNOWN_PARAMETER("The report {0} has no parameter ''{1}''"),
    /** A required parameter has no value. */
    PARAMETER_MISSING("The report {0} needs the parameter ''{1}''"),
    /** The value is not one that the parameter takes. */
    BAD_PARAMETER("''{1}'' is no value for the parameter ''{0}''"),
    /** There is no such page. */
    UNKNOWN_PAGE("The report has no page {0}"),
    /** No emitter writes files with this extension. */
    UNKNOWN_FORMAT("''{0}'' is no format of reports"),
    /** The design asks for something that designs may not do. */
    DESIGN_NOT_TRUSTED("The design of {0} is not allowed: {1}"),
    /** The engine failed. */
    FAILED("The report {0} could not be made: {1}");

    private final String sentence;

    ReportRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
