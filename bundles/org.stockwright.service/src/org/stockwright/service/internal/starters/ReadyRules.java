package org.stockwright.service.internal.starters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Template.State;

/** The rules and the score of the ready credit check. */
final class ReadyRules {

    private static final String CREDIT_LIMIT = "CREDIT-LIMIT";
    private static final String CREDIT_CHECK = "CREDIT-CHECK";
    private static final String CREDIT_SCORE = "CREDIT-SCORE";

    private static final String AMOUNT = "amount";
    private static final String LIMIT = "limit";
    private static final String INCOME = "income";
    private static final String SCORE = "score";
    private static final String DECISION = "decision";
    private static final String YEARS = "years_known";
    private static final String ORDERS = "orders_a_year";
    private static final String LATE = "late_payments";
    private static final String ANY = "-";

    private static final String FORMULA = "400 + (" + YEARS + " > 10 ? 100 : " + YEARS + " * 10) + (" + ORDERS
        + " > 20 ? 200 : " + ORDERS + " * 10) - " + LATE + " * 50";
    private static final int VALIDITY = 30;

    private ReadyRules() {
        // only functions
    }

    /** The tables, as drafts that begin on a day. */
    static List<DecisionTable> tables(LocalDate day) {
        return List.of(limit(day), check(day));
    }

    /** The scores, as drafts that begin on a day. */
    static List<ScoreModel> scores(LocalDate day) {
        return List.of(new ScoreModel(CREDIT_SCORE, 0, "Credit score", State.DRAFT, day, Optional.empty(), FORMULA, 0,
            VALIDITY, Optional.empty(), Optional.empty(), new BigDecimal("0.3")));
    }

    /** What a profile says of a client for the scores. */
    static List<Field> fields() {
        return List.of(number(YEARS), number(ORDERS), number(LATE));
    }

    private static Field number(String name) {
        return new Field(name, Type.NUMBER, List.of());
    }

    private static Input input(String name) {
        return new Input(name, Type.NUMBER, List.of());
    }

    private static DecisionTable limit(LocalDate day) {
        return new DecisionTable(CREDIT_LIMIT, 0, "Credit limit by score", State.DRAFT, HitPolicy.UNIQUE, day,
            Optional.empty(), List.of(input(SCORE)), List.of(new Output(LIMIT, Type.NUMBER, List.of())),
            List.of(step(">= 650", "20000", "known for long, pays in time"),
                step("[550..650)", "10000", "usual limit"),
                step("[450..550)", "3000", "new or small"), step("< 450", "0", "pays late")),
            List.of(stepped("best", "700", "20000"), stepped("lower edge of the usual limit", "550", "10000"),
                stepped("new client", "450", "3000"), stepped("pays late", "449", "0")));
    }

    private static Rule step(String score, String limit, String note) {
        return new Rule(List.of(score), List.of(limit), note);
    }

    private static Sample stepped(String name, String score, String limit) {
        return new Sample(name, Map.of(SCORE, score), List.of(List.of(limit)));
    }

    private static DecisionTable check(LocalDate day) {
        return new DecisionTable(CREDIT_CHECK, 0, "Credit check", State.DRAFT, HitPolicy.FIRST, day, Optional.empty(),
            List.of(input(AMOUNT), input(LIMIT), input(INCOME)),
            List.of(new Output(DECISION, Type.TEXT, List.of("approve", "refer", "decline"))),
            List.of(rule(ANY, "<= 0", ANY, "decline", "No limit can be given"),
                rule("= amount <= limit", ANY, "= amount <= income * 6", "approve",
                    "Within the limit and six incomes of a month"),
                rule("= amount <= limit * 2", ANY, ANY, "refer", "An analyst looks at it"),
                rule(ANY, ANY, ANY, "decline", "More than twice the limit")),
            List.of(checked("within the limit", "5000", "10000", "3000", "approve"),
                checked("income too small", "5000", "10000", "500", "refer"),
                checked("above the limit", "15000", "10000", "3000", "refer"),
                checked("far above the limit", "25000", "10000", "3000", "decline"),
                checked("no limit", "100", "0", "3000", "decline")));
    }

    private static Rule rule(String amount, String limit, String income, String decision, String note) {
        return new Rule(List.of(amount, limit, income), List.of(decision), note);
    }

    private static Sample checked(String name, String amount, String limit, String income, String decision) {
        return new Sample(name, Map.of(AMOUNT, amount, LIMIT, limit, INCOME, income), List.of(List.of(decision)));
    }

}
