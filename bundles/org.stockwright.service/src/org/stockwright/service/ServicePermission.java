package org.stockwright.service;

/** Permissions of service inventory. */
public final class ServicePermission {

    /** Templates, stored work, cases, capacity, letters and decisions are shown. */
    public static final String VIEW = "service.view";

    /** Templates of services, letters, decision tables and scores are drafted. */
    public static final String TEMPLATES = "service.templates";

    /** Drafts are approved for use. */
    public static final String APPROVE = "service.approve";

    /** Units are prepared ahead of demand, and written off when they have expired. */
    public static final String PREPARE = "service.prepare";

    /** Cases are opened, worked on, delivered and cancelled; decisions and letters are made for them. */
    public static final String CASES = "service.cases";

    /** Capacity is booked. */
    public static final String BOOK = "service.book";

    /** Resources, their shifts and absences are changed. */
    public static final String RESOURCES = "service.resources";

    private ServicePermission() {
        // only constants
    }

}
