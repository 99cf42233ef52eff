package org.stockwright.fulfilment;

import org.stockwright.base.RefusalCode;

/** Why something was not done to goods that go out, grouped by what it is about. */
public enum FulfilmentRefusal implements RefusalCode {

    // picking

    /** No such strategy. */
    UNKNOWN_PICK_STRATEGY("There is no pick strategy ''{0}''"),
    /** Nothing of the orders is held in a bin and on no list yet. */
    NOTHING_TO_PICK("Nothing is allocated that is not on a pick list already"),
    /** Goods are picked to a place, and none was named. */
    NO_STAGING_PLACE("There is no place to which goods are picked"),
    /** The source document does not approve it. */
    NOT_APPROVED("Line {0} of {1} is not approved: {2}"),
    /** More than the list still wants. */
    MORE_THAN_LISTED("Line {0} of {1} wants {2} more, {3} were picked"),
    /** The stock is not held any more. */
    NOT_HELD("Line {0} of {1} holds only {2} at {3}"),
    /** A scan at the bin does not match the line. */
    WRONG_SCAN("Line {0} of {1} wants {2} ''{3}'', not ''{4}''"),
    /** No such request to count, or it was counted before. */
    UNKNOWN_COUNT_REQUEST("There is no open request to count with the number {0}"),
    /** Nothing of the order lies picked. */
    NOTHING_PICKED("Nothing of {0} lies picked or packed"),

    // packing

    /** A packing rule is not right. */
    BAD_PACKING_RULE("The packing rule ''{0}'' is not right: {1}"),
    /** What was scanned does not match the order. */
    PACKING_MISMATCH("{0} cannot be closed: {1}"),
    /** The item is not in the order. */
    ITEM_NOT_IN_ORDER("{0} is not in {1}"),
    /** There would be more than the order wants. */
    QUANTITY_EXCEEDS_ORDER("{0} would be {1}, {2} wants {3}"),
    /** The lot, serial number or bin is another one. */
    WRONG_LOT_OR_BIN("{0} is to be {1}, not ''{2}''"),
    /** An override says why. */
    OVERRIDE_WITHOUT_REASON("Closing {0} in spite of a mismatch needs a reason"),
    /** No such unit. */
    UNKNOWN_PACKED_UNIT("There is no packed unit ''{0}''"),
    /** A unit holds nothing, or is too full. */
    BAD_UNIT("The unit {0} is not right: {1}"),

    // shipping

    /** There is nothing that could leave. */
    NOTHING_TO_SHIP("Nothing of {0} is {1}"),
    /** More than is there for the line. */
    MORE_THAN_READY("Line {0} of {1}: {2} are ready, {3} are to be shipped"),
    /** Orders that go to different people. */
    DIFFERENT_RECEIVERS("{0} and {1} do not go to the same place"),
    /** The reversal of a shipment of which something came back. */
    RETURNED_ALREADY("{0} cannot be reversed: {1} of line {2} came back by {3}"),
    /** It was reversed before, or is itself a reversal. */
    NO_REVERSAL("{0} cannot be reversed: {1}"),
    /** More than left and did not arrive yet. */
    MORE_THAN_IN_TRANSIT("Line {0} of {1}: {2} are on the way, {3} are to be received"),

    // returns

    /** More than was shipped and did not come back yet. */
    MORE_THAN_SHIPPED("Line {0} of {1}: {2} can still come back, {3} are announced"),
    /** A return names an item that the shipment does not have. */
    NOT_IN_SHIPMENT("{0} was not shipped by {1}"),
    /** More than was announced. */
    MORE_THAN_ANNOUNCED("Line {0} of {1}: {2} are announced, {3} came"),
    /** More than waits for a decision. */
    MORE_THAN_INSPECTED("Line {0} of {1}: {2} wait for a decision, {3} were decided about"),
    /** A return says why. */
    RETURN_WITHOUT_REASON("A return needs a reason"),
    /** A part of the return lies somewhere else. */
    OTHER_INSPECTION_PLACE("A part of {0} lies in inspection at another place"),

    // orders

    /** There is no company yet, so no currency and no time zone. */
    COMPANY_MISSING("The company has no name, currency and time zone yet"),
    /** No such partner. */
    UNKNOWN_CUSTOMER("There is no customer ''{0}''"),
    /** The partner is not active, or no customer. */
    NOT_A_CUSTOMER("{0} is no active customer"),
    /** No such carrier. */
    NOT_A_CARRIER("{0} is no active carrier"),
    /** The customer has no such address. */
    UNKNOWN_ADDRESS("{0} has no address ''{1}''"),
    /** An order of our own needs a department. */
    DEPARTMENT_MISSING("An internal order needs the department that wants it"),
    /** No such item. */
    UNKNOWN_ITEM("There is no item ''{0}''"),
    /** The item is not used any more. */
    ITEM_INACTIVE("The item {0} is not active"),
    /** The quantity must be positive. */
    QUANTITY_NOT_POSITIVE("The quantity {0} is not positive"),
    /** The price is in another currency than the order. */
    PRICE_IN_OTHER_CURRENCY("The price of {0} is in {1}, the order is in {2}"),
    /** The place does not fit: the place, what it should be. */
    BAD_PLACE("{0} cannot be {1}"),
    /** A place is needed: which. */
    PLACE_MISSING("A transfer order needs the place {0}"),
    /** The priority is out of its range. */
    BAD_PRIORITY("{0} is not a priority from 0 to {1}"),
    /** The same customer has an order with the same reference: which. */
    DUPLICATE_ORDER("The order {0} of this customer has the reference {1} already"),
    /** No such order. */
    UNKNOWN_ORDER("There is no order ''{0}''"),
    /** The order does not need anything any more. */
    ORDER_NOT_OPEN("{0} is {1}"),
    /** No such line. */
    UNKNOWN_LINE("{0} has no line {1}"),
    /** The line is part of another one. */
    PART_OF_A_KIT("Line {1} of {0} is a part of line {2}"),
    /** More was picked or shipped than would be left: number, line, gone, wanted. */
    GOODS_ARE_ON_THEIR_WAY("{2} of line {1} of {0} were picked or shipped already; it cannot become {3}"),
    /** More is to be split off than is open. */
    MORE_THAN_OPEN("Only {2} of line {1} of {0} are open, not {3}"),
    /** Nothing would be left, or nothing was named. */
    NOTHING_TO_SPLIT("Nothing is split off {0}"),

    // files

    /** The rows of an order say different things: its word, column, first, other. */
    ROWS_DIFFER("The rows of {0} differ in {1}: ''{2}'' and ''{3}''"),
    /** Not a word for yes or no. */
    NOT_YES_OR_NO("''{0}'' is neither yes nor no"),
    /** Not a whole number. */
    NOT_A_WHOLE_NUMBER("''{0}'' is no whole number"),
    /** No such currency. */
    UNKNOWN_CURRENCY("''{0}'' is no currency"),

    // allocation

    /** No such strategy. */
    UNKNOWN_STRATEGY("There is no allocation strategy ''{0}''"),
    /** A line that not all is held for; told as a warning. */
    STILL_MISSING("{0} of {1} are still missing for line {2} of {3}: {4}"),
    /** No such category, customer or item. */
    UNKNOWN_SUBJECT("There is no {0} ''{1}''"),
    /** Not a number of days. */
    BAD_DAYS("{0} days cannot be the least remaining shelf life"),

    // drop-shipping

    /** The place for goods on their way from a supplier to a customer is not right: code, why. */
    BAD_DROP_SHIP_PLACE("The place {0} cannot stand for goods that go straight to customers: it is {1}"),
    /** The customer's line is ordered, but not to be sent to him: order, line. */
    NOT_TO_THE_CUSTOMER("Line {1} of {0} can only be ordered to be sent straight to the customer"),
    /** More is to be ordered than neither is held from stock nor is with a supplier: order, line, most, wanted. */
    MORE_THAN_UNHELD("Only {2} of line {1} of {0} are neither held nor with a supplier, not {3}"),
    /** A supplier was told to send a part of the line: order, line, how much. */
    WITH_A_SUPPLIER("{2} of line {1} of {0} are to be sent by a supplier"),
    /** It is no order whose goods go straight to a customer: its number. */
    NOT_DROP_SHIPPED("{0} is not sent by a supplier straight to a customer"),
    /** More than the supplier still is to send: line, order, most, sent. */
    MORE_THAN_WITH_SUPPLIER("Line {0} of {1}: {2} are still to be sent, {3} would be"),
    /** The same goods at two costs on one paper: item, one line, the other. */
    TWO_COSTS("{0} has another cost on line {2} than on line {1}"),
    /** The purchase order has no price: line, order. */
    NO_PURCHASE_PRICE("Line {0} of {1} has no purchase price"),
    /** The same line is named twice: line. */
    LINE_TWICE("Line {0} stands there twice"),

    // kits

    /** No such kit, or none that holds on this day. */
    UNKNOWN_KIT("{0} is no kit on {1}"),
    /** A kit without components. */
    NO_COMPONENTS("The kit {0} has no components"),
    /** A component is named twice. */
    COMPONENT_TWICE("The component {1} stands twice in the kit {0}"),
    /** A kit would contain itself. */
    KIT_CONTAINS_ITSELF("The kit {0} would contain itself: {1}"),
    /** Kits are nested too deeply. */
    KIT_TOO_DEEP("Kits are nested more than {0} deep: {1}"),
    /** A virtual kit lies nowhere. */
    KIT_IS_VIRTUAL("{0} is a virtual kit: it is never assembled"),
    /** There are not enough components. */
    TOO_FEW_COMPONENTS("Only {0} of {1} are free at {2}, {3} are used up"),
    /** A component that comes back has no standard cost. */
    NO_STANDARD_COST("The component {0} has no standard cost"),
    /** The quantity of a component does not come out in its unit. */
    COMPONENT_DOES_NOT_FIT("{0} of the component {1} cannot be counted in {2}"),

    // channels

    /** No such channel. */
    UNKNOWN_CHANNEL("There is no channel ''{0}''"),
    /** A channel is not right: its code, what is wrong. */
    BAD_CHANNEL("The channel ''{0}'' is not right: {1}"),
    /** The channel rests. */
    CHANNEL_INACTIVE("The channel {0} is not active"),
    /** No such connector. */
    UNKNOWN_CONNECTOR("There is no connector ''{0}''"),
    /** The connector's own settings are not right. */
    BAD_CONNECTOR_SETTINGS("The settings of the connector {0} are not right: {1}"),
    /** The connector could not be reached. */
    CONNECTOR_FAILED("The connector {0} failed: {1}"),
    /** The message is not one that can be kept: its id, what is wrong. */
    BAD_MESSAGE("The message ''{0}'' cannot be kept: {1}"),
    /** The same id with other content. */
    MESSAGE_REUSED_WITH_OTHER_CONTENT("The message {0} of {1} came before with other content"),
    /** No such message. */
    UNKNOWN_MESSAGE("{0} has no message ''{1}''"),
    /** The message is done, or waits for something else. */
    MESSAGE_NOT_IN_THIS_STATE("The message {0} is {1}"),
    /** A message is dismissed with a reason. */
    DISMISSED_WITHOUT_REASON("Dismissing a message needs a reason"),
    /** The text is no JSON. */
    NOT_JSON("It is no JSON: {0}"),
    /** The JSON does not have the form of messages. */
    BAD_FIELD("The field {0} is {1}"),
    /** The channel's order or receipt was settled before by another message, with other content. */
    SETTLED_OTHERWISE("{0} of {1} was settled before with other content: {2}"),
    /** Nobody is named, and the channel has nobody for anonymous sales. */
    NO_CUSTOMER("The order names no customer, and {0} has none for anonymous sales"),
    /** Neither the sale nor the channel has a place. */
    NO_SALES_PLACE("The sale names no place, and {0} has none"),
    /** Goods of another receipt come back on one that sells others. */
    MIXED_RECEIPT("The receipt {0} sells goods and takes back goods of {1}"),
    /** Something went wrong that is nobody's refusal. */
    MESSAGE_FAILED("It could not be processed: {0}");

    private final String sentence;

    FulfilmentRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
