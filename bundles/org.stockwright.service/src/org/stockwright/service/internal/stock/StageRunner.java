package org.stockwright.service.internal.stock;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ContributionRefusal;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.internal.InstalledAutomations;
import org.stockwright.service.spi.StageAutomation;
import org.stockwright.service.spi.StageAutomation.Result;
import org.stockwright.service.spi.StageAutomation.Unit;

/** Runs automated stages; one that fails or is late is named. */
@Component(service = StageRunner.class)
public final class StageRunner {

    /** A call may take so long, */
    private static final Duration A_CALL = Duration.ofMinutes(1);
    /** and so much longer for each of its units. */
    private static final Duration A_UNIT = Duration.ofSeconds(3);

    private final InstalledAutomations installed;

    /** Lives as long as the open book. */
    @Activate
    public StageRunner(@Reference InstalledAutomations installed) {
        this.installed = installed;
    }

    /** Whether a stage is done by automation. */
    public static boolean isAutomated(Stage stage) {
        return stage.automation().isPresent();
    }

    /** The results of an automated stage for some units, in their order. */
    public Outcome<List<Result>> run(Stage stage, List<Unit> units) {
        Stage.Automation automation = stage.automation()
            .orElseThrow(() -> new IllegalArgumentException(stage.code() + " is not automated"));
        Outcome<StageAutomation> found = installed.find(stage.code(), automation.kind());
        if (!found.isDone()) {
            return Outcome.refused(found.refusals());
        }
        Outcome<List<Result>> results = installed
            .ask(found.value(), A_CALL.plus(A_UNIT.multipliedBy(units.size())),
                one -> run(one, automation.code(), units))
            .then(outcome -> outcome);
        return results.isDone() ? results
            : Outcome.refused(results.refusals().stream().map(refusal -> failed(stage, refusal)).toList());
    }

    /** What is not as it has to be is the automation's fault. */
    private static Outcome<List<Result>> run(StageAutomation automation, String code, List<Unit> units) {
        Outcome<List<Result>> results = automation.run(code, units);
        if (results.isDone()) {
            if (results.value().size() != units.size()) {
                throw new IllegalStateException(results.value().size() + " results of " + units.size() + " units");
            }
            for (Result one : results.value()) {
                Objects.requireNonNull(one.summary(), "no summary");
                one.files().forEach(file -> {
                    Objects.requireNonNull(file.name(), "a file without a name");
                    Objects.requireNonNull(file.type(), "a file without a type");
                    Objects.requireNonNull(file.content(), "a file without content");
                });
            }
        }
        return results;
    }

    private static Refusal failed(Stage stage, Refusal refusal) {
        return refusal.code() instanceof ContributionRefusal
            ? Refusal.of(ServiceRefusal.AUTOMATION_FAILED, stage.code(), refusal.sentence()).hint(refusal.hint())
            : refusal;
    }

}
