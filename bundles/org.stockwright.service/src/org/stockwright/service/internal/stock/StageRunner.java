package org.stockwright.service.internal.stock;

import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.spi.StageAutomation;
import org.stockwright.service.spi.StageAutomation.Result;
import org.stockwright.service.spi.StageAutomation.Unit;

/** Runs automated stages; one that fails is named. */
@Component(service = StageRunner.class)
public final class StageRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StageRunner.class);

    private final Map<String, StageAutomation> kinds;

    /** Begins anew when something that does stages comes or goes. */
    @Activate
    public StageRunner(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<StageAutomation> automations,
        @Reference Contributions contributions) {
        // the list begins with the lowest ranking
        this.kinds = contributions.by(StageAutomation::kind, automations);
    }

    /** Whether a stage is done by automation. */
    public static boolean isAutomated(Stage stage) {
        return stage.automation().isPresent();
    }

    /** The results of an automated stage for some units, in their order. */
    public Outcome<List<Result>> run(Stage stage, List<Unit> units) {
        Stage.Automation automation = stage.automation()
            .orElseThrow(() -> new IllegalArgumentException(stage.code() + " is not automated"));
        StageAutomation kind = kinds.get(automation.kind());
        if (kind == null) {
            return Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_AUTOMATION, stage.code(), automation.kind())
                .hint("Install what does it, or do the stage by hand."));
        }
        try {
            Outcome<List<Result>> results = kind.run(automation.code(), units);
            if (results.isDone() && results.value().size() != units.size()) {
                LOG.warn("{} made {} results of {} units", kind.title(), results.value().size(), units.size());
                return failed(stage, kind.title() + " made " + results.value().size() + " results of " + units.size()
                    + " units");
            }
            return results;
        } catch (RuntimeException e) {
            LOG.warn("The stage {} failed by {}", stage.code(), kind.title(), e);
            return failed(stage, kind.title() + ": " + e);
        }
    }

    private static Outcome<List<Result>> failed(Stage stage, String what) {
        return Outcome.refused(Refusal.of(ServiceRefusal.AUTOMATION_FAILED, stage.code(), what)
            .hint("Whoever looks after this part of the product can see more in the log."));
    }

}
