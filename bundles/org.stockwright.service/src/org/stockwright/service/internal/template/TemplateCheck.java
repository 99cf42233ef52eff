package org.stockwright.service.internal.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.stockwright.base.ItemId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.StoredText;
import org.stockwright.service.Performer;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;

/** What of a draft is not right in itself; stages are lines (from 1), the head is line 0. */
final class TemplateCheck {

    static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");
    private static final Pattern KIND = Pattern.compile("[a-z0-9-]{1,32}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_GATE = 500;
    private static final int MOST_STAGES = 50;
    private static final int MOST_DAYS = 3650;
    private static final int PLACES = 9;
    private static final int DIGITS = 18;
    /** Ten years: instants that are so much later can be kept. */
    private static final BigDecimal MOST_MINUTES = BigDecimal.valueOf(5_256_000);

    private final Template template;
    private final List<Refusal> refusals = new ArrayList<>();

    TemplateCheck(Template template) {
        this.template = template;
    }

    /** All of it. */
    List<Refusal> run() {
        head();
        return stages();
    }

    /** The stages alone. */
    List<Refusal> stages() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < template.stages().size(); i++) {
            Stage stage = template.stages().get(i);
            if (!codes.add(stage.code())) {
                refuse(i + 1, "code", Refusal.of(ServiceRefusal.STAGE_TWICE, stage.code())
                    .hint("Give each stage a code of its own."));
            }
            stage(stage, i + 1);
        }
        return refusals;
    }

    private void refuse(int line, String column, Refusal refusal) {
        refusals.add(refusal.at(Place.field(line, column)));
    }

    private void head() {
        code(template.code(), 0);
        name(template.name(), 0);
        if (template.stages().isEmpty() || template.stages().size() > MOST_STAGES) {
            refuse(0, "stages", Refusal.of(ServiceRefusal.STAGES_MISSING, MOST_STAGES)
                .hint("Say what is done, stage by stage."));
        }
        day(template.from(), "from");
        template.until().ifPresent(day -> day(day, "until"));
        if (template.until().map(day -> day.isBefore(template.from())).orElse(false)) {
            refuse(0, "until", Refusal.of(ServiceRefusal.ENDS_BEFORE_IT_BEGINS, template.until().get())
                .hint("Let it end later, or leave the end empty."));
        }
        if (template.boundary() < 0 || template.boundary() > template.stages().size()) {
            refuse(0, "boundary", Refusal.of(ServiceRefusal.BAD_BOUNDARY, template.boundary(), template.stages().size())
                .hint("It is the number of stages that are done ahead; 0 for none."));
        }
        if (template.boundary() > 0 && (template.stored().isEmpty() || template.queue().isEmpty())) {
            refuse(0, template.stored().isEmpty() ? "stored" : "queue", Refusal.of(ServiceRefusal.NO_STORED_ITEM)
                .hint("Name the item that stands for a prepared unit, and the place where prepared units wait."));
        }
        if (template.stored().filter(template.service()::equals).isPresent()) {
            refuse(0, "stored", Refusal.of(ServiceRefusal.STORED_IS_SERVICE)
                .hint("Prepared units are another item than the service that customers get."));
        }
        amount(template.replenishment().minimum(), 0, "minimum", false);
        amount(template.replenishment().target(), 0, "target", false);
        amount(template.mismatch().under(), 0, "under", false);
        template.mismatch().over().ifPresent(over -> amount(over, 0, "over", false));
        if (template.replenishment().target().compareTo(template.replenishment().minimum()) < 0) {
            refuse(0, "target", Refusal.of(ServiceRefusal.TARGET_BELOW_MINIMUM)
                .hint("A batch fills up to the target, which is at least the minimum."));
        }
    }

    private void stage(Stage stage, int line) {
        code(stage.code(), line);
        name(stage.name(), line);
        minutes(stage.minutes(), line, "minutes", false);
        amount(stage.cost(), line, "cost", false);
        stage.dueMinutes().ifPresent(minutes -> minutes(minutes, line, "due", false));
        if (stage.validityDays().filter(days -> days < 1 || days > MOST_DAYS).isPresent()) {
            refuse(line, "validity", Refusal.of(ServiceRefusal.BAD_VALIDITY, MOST_DAYS)
                .hint("Leave it empty for a result that does not age."));
        }
        if (stage.gate().length() > LONGEST_GATE) {
            refuse(line, "gate", Refusal.of(ServiceRefusal.TEXT_TOO_LONG, LONGEST_GATE).hint("Say it shorter."));
        }
        sound(stage.gate(), line, "gate");
        if (stage.performer() == Performer.AUTOMATION != stage.automation().isPresent()) {
            refuse(line, "automation", Refusal.of(ServiceRefusal.BAD_AUTOMATION, stage.code())
                .hint("A stage that the program does names what does it; others name nothing."));
        }
        stage.automation().ifPresent(automation -> {
            if (!KIND.matcher(automation.kind()).matches()) {
                refuse(line, "automation", Refusal.of(ServiceRefusal.BAD_CODE, automation.kind())
                    .hint("Use small letters, digits and -, for example letter, decision or score."));
            }
            code(automation.code(), line, "automation");
        });
        if (stage.performer() == Performer.CLIENT && line <= template.boundary()) {
            refuse(line, "performer", Refusal.of(ServiceRefusal.CLIENT_BEFORE_BOUNDARY, stage.code())
                .hint("The customer is not there yet: move the boundary, or let somebody else do it."));
        }
        Set<ItemId> items = new HashSet<>();
        stage.materials().forEach(material -> {
            amount(material.quantity(), line, "materials", true);
            if (!items.add(material.item())) {
                refuse(line, "materials", Refusal.of(ServiceRefusal.MATERIAL_TWICE, stage.code())
                    .hint("Add the quantities up in one line."));
            }
        });
        Set<String> pools = new HashSet<>();
        stage.needs().forEach(need -> {
            code(need.pool(), line, "needs");
            minutes(need.minutes(), line, "needs", true);
            if (!pools.add(need.pool())) {
                refuse(line, "needs", Refusal.of(ServiceRefusal.POOL_TWICE, need.pool())
                    .hint("Add the minutes up in one line."));
            }
        });
    }

    private void code(String code, int line) {
        code(code, line, "code");
    }

    private void code(String code, int line, String column) {
        if (!CODE.matcher(code).matches()) {
            refuse(line, column, Refusal.of(ServiceRefusal.BAD_CODE, code)
                .hint("Use capital letters, digits, - and _, at most 32."));
        }
    }

    private void name(String name, int line) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            refuse(line, "name", Refusal.of(ServiceRefusal.BAD_NAME_LENGTH, LONGEST_NAME)
                .hint("Say in a few words what it is."));
        }
        sound(name, line, "name");
    }

    private void sound(String text, int line, String column) {
        if (!StoredText.isSound(text)) {
            refuse(line, column, Refusal.of(ServiceRefusal.UNSOUND_TEXT, column).hint("Type it again."));
        }
    }

    private void day(LocalDate day, String column) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            refuse(0, column, Refusal.of(ServiceRefusal.BAD_DAY, day)
                .hint("Years from " + FIRST_YEAR + " to " + LAST_YEAR + " are kept."));
        }
    }

    private void minutes(BigDecimal minutes, int line, String column, boolean positive) {
        if (minutes.compareTo(MOST_MINUTES) > 0) {
            refuse(line, column, Refusal.of(ServiceRefusal.TOO_MANY_MINUTES, MOST_MINUTES.toPlainString())
                .hint("Write minutes: an hour has 60, a day 1440."));
        } else {
            amount(minutes, line, column, positive);
        }
    }

    private void amount(BigDecimal amount, int line, String column, boolean positive) {
        BigDecimal plain = amount.stripTrailingZeros();
        if (amount.signum() < 0 || positive && amount.signum() == 0) {
            refuse(line, column, Refusal.of(positive ? ServiceRefusal.NOT_POSITIVE : ServiceRefusal.NEGATIVE,
                amount.toPlainString()).hint(positive ? "Write how much is needed for one unit." : "Write 0 or more."));
        } else if (plain.scale() > PLACES || plain.precision() - plain.scale() > DIGITS) {
            refuse(line, column, Refusal.of(ServiceRefusal.DOES_NOT_FIT, amount.toPlainString(), DIGITS, PLACES)
                .hint("Round it."));
        }
    }

}
