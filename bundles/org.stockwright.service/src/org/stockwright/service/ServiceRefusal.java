package org.stockwright.service;

import org.stockwright.base.RefusalCode;

/** Why something was not done about services, grouped by what it is about. */
public enum ServiceRefusal implements RefusalCode {

    // templates

    /** Not a code. */
    BAD_CODE("''{0}'' is not a code"),
    /** No name, or one that is too long. */
    BAD_NAME_LENGTH("A name is needed, of at most {0} characters"),
    /** Too many words. */
    TEXT_TOO_LONG("At most {0} characters fit"),
    /** Below zero. */
    NEGATIVE("{0} is negative"),
    /** Not above zero. */
    NOT_POSITIVE("{0} is not more than nothing"),
    /** Too many digits. */
    DOES_NOT_FIT("{0} does not fit: at most {1} digits before and {2} behind the point"),
    /** Longer than anybody means. */
    TOO_MANY_MINUTES("A time is at most {0} minutes"),
    /** Nothing to do, or too much. */
    STAGES_MISSING("A template has at least one stage and at most {0}"),
    /** Two stages of one code. */
    STAGE_TWICE("There are two stages ''{0}''"),
    /** Its last day is before its first. */
    ENDS_BEFORE_IT_BEGINS("It would end on {0}, before it begins"),
    /** The boundary is not among the stages. */
    BAD_BOUNDARY("The boundary {0} is not between 0 and the number of stages, {1}"),
    /** Units are prepared, and nobody knows as what or where. */
    NO_STORED_ITEM("Stages are done ahead, and there is no item or place for what is prepared"),
    /** The same item is prepared and given. */
    STORED_IS_SERVICE("The prepared unit is the service itself"),
    /** The target is below the minimum. */
    TARGET_BELOW_MINIMUM("The target is below the minimum"),
    /** Not a number of days. */
    BAD_VALIDITY("What is prepared can be used for at least one day and at most {0}"),
    /** Automation without a stage that has it, or the other way round. */
    BAD_AUTOMATION("It is not clear what does the stage ''{0}''"),
    /** A customer who is not there yet. */
    CLIENT_BEFORE_BOUNDARY("The stage ''{0}'' is done by the customer, and before he arrives"),
    /** One material in two lines. */
    MATERIAL_TWICE("The stage ''{0}'' has a material twice"),
    /** One pool in two lines. */
    POOL_TWICE("The pool ''{0}'' stands there twice"),
    /** It does not come with the product. */
    UNKNOWN_STARTER("There is no ready template ''{0}''"),
    /** No such version. */
    UNKNOWN_TEMPLATE("There is no version {1} of the template ''{0}''"),
    /** It is in use or past. */
    NOT_A_DRAFT("Version {1} of ''{0}'' is not a draft any more"),
    /** It is not in use. */
    NOT_APPROVED("Version {1} of ''{0}'' is not in use"),
    /** Whoever wrote it approves it. */
    SECOND_PERSON("Version {1} of ''{0}'' is approved by a second person"),
    /** A version that is in use begins later. */
    LATER_VERSION("Version {0} is approved from {1} on"),
    /** What was used on days that are past does not change. */
    IN_THE_PAST("Version {0} was used until today, not only before {1}"),
    /** A day that nobody means. */
    BAD_DAY("{0} is not a day that is kept"),
    /** A character that no database keeps. */
    UNSOUND_TEXT("The {0} has a character that cannot be stored"),
    /** An item that there is not. */
    UNKNOWN_ITEM("There is no such item"),
    /** An item that new documents may not name. */
    ITEM_INACTIVE("The item {0} is not active"),
    /** Batches are lots. */
    STORED_NOT_BY_LOT("The item {0} stands for prepared units and is not tracked by lot"),
    /** Another template speaks of it. */
    ITEM_TAKEN("The item {0} belongs to the template ''{1}'' already"),
    /** Not a place, or none where goods lie. */
    NOT_A_QUEUE("Prepared units cannot lie at ''{0}''"),
    /** A service that uses itself up. */
    MATERIAL_IS_SERVICE("The stage ''{0}'' uses up {1}, which is the service or the prepared unit itself"),
    /** Half a piece. */
    MATERIAL_DOES_NOT_FIT("{0} of {1} cannot be counted in {2}"),
    /** Nothing that is installed does it. */
    UNKNOWN_AUTOMATION("Nothing does the stage ''{0}'': ''{1}'' is not there"),
    /** It does not know this one. */
    UNKNOWN_AUTOMATION_CODE("The stage ''{0}'' asks for {1} ''{2}'', which is not in use"),
    /** It did not answer. */
    AUTOMATION_SILENT("{0} does not say what it can do: {1}"),
    /** A pool without members. */
    POOL_WITHOUT_MEMBERS("The stage ''{0}'' needs the pool ''{1}'', and nobody and nothing belongs to it"),

    // capacity and bookings

    /** There is no company yet, so nobody knows when a day begins. */
    COMPANY_IS_MISSING("There is no company profile yet"),
    /** No such resource. */
    UNKNOWN_RESOURCE("There is no resource ''{0}''"),
    /** No such pool. */
    UNKNOWN_POOL("No resource is in the pool ''{0}''"),
    /** Neither a person nor a room nor a machine. */
    BAD_RESOURCE_KIND("''{0}'' is neither person nor room nor machine"),
    /** Too many pools, shifts or absences: of what, at most how many. */
    TOO_MANY_OF_RESOURCE("At most {1} {0} fit one resource"),
    /** A resource stands there twice. */
    RESOURCE_TWICE("The resource ''{0}'' stands there twice"),
    /** A new resource without a name. */
    RESOURCE_WITHOUT_PROFILE("There is no resource ''{0}'', and it is not said what it is"),
    /** A shift that does not end after it begins, or not at whole minutes: from, to. */
    BAD_SHIFT("A shift from {0} to {1} is none"),
    /** Two shifts of one day that overlap: day, beginning of both. */
    SHIFTS_OVERLAP("On {0}, the shifts from {1} and from {2} overlap"),
    /** Not a day of the week. */
    BAD_DAY_OF_WEEK("''{0}'' is no day of the week"),
    /** Not a time of a day. */
    BAD_TIME_OF_DAY("''{0}'' is no time of a day"),
    /** An absence that does not end after it begins, or is centuries away: from, until. */
    UNKNOWN_ABSENCE("''{0}'' is not away from {1} to {2}"),
    /** It ends before it begins. */
    BAD_ABSENCE("An absence from {0} to {1} is none"),
    /** It was booked: resource, number of a booking. */
    RESOURCE_IS_BOOKED("{0} was booked for {1}"),
    /** A warning: resource, number of the booking, when it begins, customer, why. */
    BOOKED_OUTSIDE_SHIFTS("{0} is booked for {1} at {2} ({3}): {4}"),
    /** Days that end before they begin, or too many. */
    BAD_DAYS("From {0} to {1} are no days, or more than {2}"),
    /** No version is in use. */
    NO_TEMPLATE_THAT_DAY("No version of the template ''{0}'' is in use on {1}"),
    /** The item is no service. */
    NO_SERVICE_OF_ITEM("No template for the item is in use on {0}"),
    /** A time of a booking that is past, too far away or not a whole minute. */
    BAD_START("A booking cannot begin at {0}"),
    /** A grid or a number of times that cannot be searched. */
    BAD_SEARCH("Times are looked for every 1 to {0} minutes, and at most {1} of them"),
    /** Somebody who cannot do any part of the service. */
    RESOURCE_NOT_NEEDED("{0} is in none of the pools that {1} needs"),
    /** More resources are asked for than the service occupies. */
    TOO_MANY_WANTED("{0} resources are asked for, and {1} pools are needed"),
    /** Overtime of nobody. */
    OVERTIME_OF_NOBODY("It is not said who works outside of the shifts"),
    /** The time is taken, or nobody is there: template, when, pools. */
    NO_RESOURCE_FREE("{0} cannot be booked at {1}: nobody is free in {2}"),
    /** Too little material: how much is missing, of what, and for what. */
    TOO_LITTLE_MATERIAL("{0} of {1} are missing for {2}"),
    /** No customer. */
    UNKNOWN_CUSTOMER("There is no such customer"),
    /** No such booking. */
    UNKNOWN_BOOKING("There is no such booking"),
    /** The state does not allow it: number, state, what. */
    BOOKING_IN_OTHER_STATE("{0} is {1}: it cannot be {2}"),
    /** It is not yet time: number, when. */
    BOOKING_NOT_BEGUN("{0} begins at {1} only"),
    /** A wish without a time. */
    BAD_WISH("Between {0} and {1} nobody can come"),

    // the push-pull boundary

    /** Demand below zero. */
    NEGATIVE_DEMAND("Neither the mean of the demand nor its standard deviation can be negative"),
    /** More than anybody serves. */
    TOO_MUCH_DEMAND("The demand of a day is at most {0} units"),
    /** A period that is not positive, or too long. */
    BAD_PERIOD("Units are prepared every so many days: more than none, and at most {0} together with the lead time"),
    /** Not between none and all. */
    BAD_SERVICE_LEVEL("The share of customers that find a stored unit lies between 0 and 1"),
    /** Nobody says what a missing unit costs. */
    NO_MISMATCH_COST("What a missing unit costs is not known"),

    // stored work and cases

    /** The version cannot be found any more. */
    VERSION_MISSING("Version {1} of ''{0}'' is not there"),
    /** Its boundary is 0. */
    NOTHING_AHEAD("Nothing of ''{0}'' is done ahead of demand"),
    /** None, or too many at once. */
    BAD_UNITS("A batch has 1 to {0} units, not {1}"),
    /** Not one row of data for each unit. */
    DATA_OF_OTHER_UNITS("The batch has {0} units, and data of {1}"),
    /** Not counted in ones. */
    NOT_IN_ONES("One unit of {0} is not a quantity in {1}"),
    /** Its code is used. */
    LOT_TAKEN("There is a lot ''{0}'' of {1} already"),
    /** A text that is too long, or has control characters: which, and how long it may be. */
    BAD_WORDS("The {0} is longer than {1} characters or has control characters"),
    /** More data than can be kept. */
    TOO_MUCH_DATA("At most {0} values can be kept"),
    /** No such batch. */
    UNKNOWN_BATCH("There is no batch ''{0}''"),
    /** No such case. */
    UNKNOWN_CASE("There is no case ''{0}''"),
    /** It failed: the stage, what happened. */
    AUTOMATION_FAILED("The stage ''{0}'' failed: {1}"),
    /** Automated stages are not done for all units. */
    RESULTS_MISSING("{0} units lack the result of the stage ''{1}''"),
    /** No such unit. */
    UNKNOWN_UNIT("The batch has no unit {0}"),
    /** One unit in two lines. */
    UNIT_TWICE("The unit {0} is named twice"),
    /** No such stage done ahead. */
    UNKNOWN_STAGE("There is no stage ''{0}''"),
    /** Nobody says why. */
    REASON_MISSING("A reason is needed"),
    /** Something that has not happened. */
    IN_THE_FUTURE("{0} is in the future"),
    /** Something that happens later than now, or before what it goes on with. */
    BAD_TIME("{0} is not between {1} and now"),
    /** All are used, held or expired. */
    NO_STORED_UNIT("No usable unit of ''{0}'' is stored"),
    /** A customer that nobody knows. */
    NOT_A_CUSTOMER("''{0}'' is not a customer"),
    /** Something else has to be done before. */
    NOT_ITS_TURN("It is not the turn of the stage ''{0}''"),
    /** A stage of the customer without anything of his. */
    CLIENT_DATA_MISSING("The stage ''{0}'' is the customer''s, and he said nothing"),
    /** Nobody says what came of it. */
    SUMMARY_MISSING("The stage ''{0}'' is done by automation; whoever does it by hand says what came of it"),
    /** It is not done yet. */
    STAGE_LEFT("The stage ''{0}'' is not done yet"),
    /** It cannot go back. */
    UNIT_EXPIRED("The unit of the lot ''{0}'' expired on {1}"),
    /** Somebody took it from its place. */
    UNIT_GONE("The unit of the lot ''{0}'' is not in stock any more"),
    /** More than the hours that are looked at. */
    BATCH_TOO_LONG("{0} hours are more than the {1} that are looked ahead"),

    // expressions

    /** Nothing, or too much. */
    EXPRESSION_TOO_LONG("An expression has at least one and at most {0} characters"),
    /** Too many brackets or choices inside each other. */
    EXPRESSION_TOO_DEEP("An expression is at most {0} levels deep"),
    /** Nobody understands it. */
    BAD_EXPRESSION("''{0}'' is not an expression"),
    /** A value that there is not. */
    UNKNOWN_NAME("Nobody knows what {0} is"),
    /** It takes too long. */
    EXPRESSION_TOO_SLOW("''{0}'' takes longer than {1} ms"),
    /** It cannot be calculated with these values. */
    EXPRESSION_FAILED("''{0}'' cannot be calculated"),
    /** It is something else. */
    NOT_A_NUMBER("''{0}'' is not a number: {1}"),
    /** It is something else. */
    NOT_YES_OR_NO("''{0}'' is neither yes nor no: {1}"),

    // decision tables

    /** Nothing to decide by, nothing to decide, or no rules. */
    EMPTY_TABLE("The table ''{0}'' needs an input, an output and a rule"),
    /** More than anybody can look through. */
    TABLE_TOO_LARGE("A table has at most {0} rules and {1} columns"),
    /** A column's name that expressions could not use. */
    BAD_NAME("''{0}'' is not the name of a column"),
    /** Two columns of one name. */
    NAME_TWICE("There are two columns ''{0}''"),
    /** The order of outcomes is missing. */
    NO_PRIORITIES("The outcomes of ''{0}'' have no order"),
    /** Outcomes of which nobody could make one. */
    BAD_AGGREGATE("A table by the hit policy {0} has one output{1}"),
    /** Nobody could look through it. */
    TABLE_TEXT_TOO_LONG("The conditions of a table have at most {0} characters together"),
    /** Nothing shows that the table decides what it should. */
    NO_SAMPLES("No sample shows what ''{0}'' decides"),
    /** More outcomes than can be kept. */
    DECISION_TOO_LONG("The outcomes of the {0} rules that fit have more than {1} characters together"),
    /** A rule with more or fewer cells than columns. */
    CELLS_MISSING("Rule {0} needs {1} conditions and {2} outcomes"),
    /** A cell that nobody understands. */
    BAD_CONDITION("''{0}'' is not a condition of {1}"),
    /** An outcome that there is not. */
    BAD_OUTCOME("''{0}'' is not an outcome of {1}"),
    /** A case that cannot be decided. */
    BAD_INPUT("{0} is not known: ''{1}''"),
    /** A case that the table forgot. */
    NO_RULE_FITS("No rule fits: {0}"),
    /** Two rules that fit the same case. */
    RULES_OVERLAP("The rules {0} and {1} both fit: {2}"),
    /** A table that differs too much to be looked through. */
    TABLE_NOT_CHECKED("The table is too large to be checked for gaps and overlaps to its end"),
    /** A sample that is decided otherwise. */
    SAMPLE_DIFFERS("The sample ''{0}'' should be {1} and is {2}"),
    /** Rules that look at more than their own column. */
    NOT_CHECKED_FOR_GAPS("{0} rules have expressions and cannot be checked for {1}"),
    /** A rule behind one that fits all its cases. */
    RULE_NEVER_DECIDES("Rule {0} never decides: rule {1} fits all its cases before"),
    /** Choices that nobody could choose. */
    BAD_CHOICES("The choices of {0} are at most {1} different values with {2} characters together"),
    /** A rule that is too long, or has signs that nobody sees. */
    BAD_RULE_TEXT("Rule {0} has at most {1} characters and a note of at most {2}, and no control characters"),
    /** Too many samples. */
    TOO_MANY_SAMPLES("A table has at most {0} samples"),
    /** A sample that does not belong to the table. */
    BAD_SAMPLE("The sample ''{0}'' does not belong to the table"),
    /** No such table, or no such version. */
    UNKNOWN_TABLE("There is no decision table ''{0}''{1}"),
    /** No version decides on that day. */
    NO_TABLE_THEN("No approved version of ''{0}'' decides on {1}"),
    /** It cannot be used longer than it was approved for, or for ever. */
    ENDS_ALREADY("Version {1} of ''{0}'' ends on {2} already"),
    /** Somebody changed what another one was about to approve. */
    CHANGED_MEANWHILE("Version {1} of ''{0}'' was changed meanwhile"),
    /** A decision of the same name about something else. */
    DECISION_KEY_USED("The key ''{0}'' stands for another decision"),
    /** No name for a decision, or one that is too long. */
    BAD_DECISION_KEY("A decision has a key of at most {0} characters"),
    /** A file's declaration that nobody understands. */
    BAD_DECLARATION("''{0}'' does not say what a column is"),

    // scores and client profiles

    /** A field's name that expressions could not use. */
    BAD_FIELD("''{0}'' is not the name of a field"),
    /** Values are kept already. */
    FIELD_TYPE_FIXED("The field {0} is {1} and cannot become {2}"),
    /** Values are kept by them. */
    FEWER_CHOICES("The field {0} cannot have fewer choices"),
    /** There is no such field. */
    UNKNOWN_FIELD("There is no field ''{0}''"),
    /** A new field of which nobody says what it is. */
    FIELD_TYPE_MISSING("Nobody says what the new field ''{0}'' is"),
    /** Not a value of its field. */
    BAD_FIELD_VALUE("''{1}'' is not a value of {0}"),
    /** More than anybody asks. */
    TOO_MANY_FIELDS("There are at most {0} fields"),
    /** No such partner. */
    UNKNOWN_CLIENT("There is no partner ''{0}''"),
    /** No such model, or no such version. */
    UNKNOWN_MODEL("There is no score ''{0}''{1}"),
    /** No version holds on that day. */
    NO_MODEL_THEN("No approved version of the score ''{0}'' holds on {1}"),
    /** Decimals that do not fit. */
    BAD_DECIMALS("A score has 0 to {0} decimals"),
    /** What a score is computed of is kept beside it. */
    SCORE_INPUTS_TOO_LONG("What the formula asks of {0} has more than {1} characters together"),
    /** A number that is too long. */
    SCORE_TOO_LARGE("The score {0} has more digits than can be kept"),
    /** What the formula needs is not known of a client. */
    FIELD_NOT_KNOWN("{0} is not known of {1}"),
    /** Scores are to be stored as stock, and nobody says where. */
    NO_SCORE_PLACE("The scores lie in stock, and there is no place for them"),
    /** The stored item is not fit for it. */
    BAD_SCORE_ITEM("{0} cannot stand for a score: {1}"),

    // letters
    /** Too large, or empty. */
    LETTER_TOO_LARGE("A letter template has at least one and at most {0} bytes"),
    /** It is not what its format says. */
    NOT_A_DOCUMENT("It is no document in {0}: {1}"),
    /** A document with more in it than text. */
    UNSAFE_DOCUMENT("The document has something in it that letters may not have: {0}"),
    /** An element or attribute of HTML that letters may not have. */
    UNSAFE_HTML("Letters may not have {0}"),
    /** A field or instruction that nobody understands. */
    BAD_MARKER("''{0}'' is not understood"),
    /** An instruction that has no end, or an end that has no beginning. */
    BLOCK_NOT_CLOSED("''{0}'' has no counterpart"),
    /** An instruction over several paragraphs with other words beside it. */
    BLOCK_MIXED("''{0}'' stands in a paragraph together with text that does not belong to it"),
    /** More instructions than anybody can look through. */
    TOO_MANY_MARKERS("A letter template has at most {0} fields and instructions, at most {1} inside each other"),
    /** A field that the data do not have. */
    FIELD_MISSING("''{0}'' is missing"),
    /** Too much data for one letter. */
    DATA_TOO_LARGE("A letter has at most {0} characters of data"),
    /** The letter cannot be made of these data. */
    LETTER_FAILED("The letter cannot be made: {0}"),
    /** It takes too long. */
    LETTER_TOO_SLOW("The letter takes longer than {0} ms"),
    /** It is too long. */
    LETTER_TOO_LONG("The letter is longer than {0} characters"),
    /** No such template, or none that holds. */
    UNKNOWN_LETTER("There is no letter template ''{0}'' that holds on {1}"),
    /** No such version. */
    UNKNOWN_LETTER_VERSION("There is no version {1} of the letter template ''{0}''"),
    /** Only letters in HTML become PDF. */
    NO_PDF("Letters in {0} are not turned into PDF"),
    /** A key that is empty, too long or has other signs. */
    BAD_LETTER_KEY("''{0}'' is not a key of a letter"),
    /** A case number that nothing can have. */
    BAD_LETTER_CASE("''{0}'' is not the number of a case or document"),
    /** A file and a cell, or neither. */
    ONE_CONTENT("The content of a letter template is a file or a cell of its own"),
    /** Two columns of a file that are the same field. */
    SAME_FIELD_TWICE("Two columns are the field ''{0}''"),
    /** The same key with other data. */
    LETTER_KEY_REUSED("The key ''{0}'' was used for another letter"),
    /** The target is something else. */
    BAD_TARGET("Letters cannot be written to ''{0}''"),
    /** An item or place that there is not. */
    BAD_STORED("There is no such item or place that letters use up"),
    /** No such column. */
    COLUMN_MISSING("No column is the field ''{0}''");

    private final String sentence;

    ServiceRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
