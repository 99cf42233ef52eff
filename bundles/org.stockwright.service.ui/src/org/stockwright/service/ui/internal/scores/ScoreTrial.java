package org.stockwright.service.ui.internal.scores;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ClientProfiles.Profile;
import org.stockwright.service.Scores;
import org.stockwright.service.ui.internal.Latest;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.TryPane;
import org.stockwright.service.ui.internal.cases.CaseRefusal;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Tries a formula out as it is typed, with values that are typed or taken from a client's profile. Nothing is kept. */
final class ScoreTrial {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*"); //$NON-NLS-1$

    private final ScoreDesk desk;
    private final Supplier<ModelTexts> texts;
    private final Composite body;
    private final TryPane pane;
    private final Latest profiles = new Latest();

    /**
     * What a formula is tried out with.
     *
     * @param fields the names of what is known of clients
     * @param notices where to tell that the program failed
     */
    record ScoreDesk(Scores scores, ClientProfiles profiles, Partners partners, EntryMasters masters,
        List<String> fields, Notices notices) {
    }

    /**
     * A part that asks for nothing yet: see {@link #follow}.
     *
     * @param texts what is typed now
     */
    ScoreTrial(Composite parent, ScoreDesk desk, Supplier<ModelTexts> texts) {
        this.desk = desk;
        this.texts = texts;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 8).applyTo(body);
        new Label(body, SWT.NONE).setText(Messages.Model_client);
        CodeField<String> client = new CodeField<>(body, Messages.Model_client,
            text -> Choices.partners(text, Partner.Role.CUSTOMER));
        client.text().setMessage(Messages.Model_clientHint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(client.text());
        client.onChosen(code -> code.ifPresentOrElse(this::take, profiles::forget));
        pane = new TryPane(body, Messages.Model_tryHint, 1, this::run);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(280, SWT.DEFAULT).applyTo(pane.control());
    }

    /** Asks for what the formula needs now; what came of another formula is gone. */
    void follow(String formula) {
        pane.ask(needed(formula, desk.fields()));
        pane.forget();
    }

    /** Those of the fields that a formula speaks of, in its order. */
    static List<String> needed(String formula, Collection<String> fields) {
        Set<String> known = Set.copyOf(fields);
        return WORD.matcher(formula).results().map(MatchResult::group).filter(known::contains).distinct().toList();
    }

    /** Takes what is known of a client over into the fields. */
    private void take(String code) {
        BooleanSupplier newest = profiles.ask();
        Work.request(Messages.Model_profile, progress -> profile(code)).on(body).with(desk.notices()).quietly()
            .done(found -> {
                if (newest.getAsBoolean()) {
                    pane.fill(found.map(Profile::values).orElse(Map.of()));
                    pane.show(found.isPresent() ? "" : NLS.bind(Messages.Model_noProfile, code)); //$NON-NLS-1$
                }
            }).refused(refusals -> {
                if (newest.getAsBoolean()) {
                    pane.show(Notices.text(refusals));
                }
            }).start();
    }

    private Outcome<Optional<Profile>> profile(String code) {
        return desk.partners().byCode(code).map(who -> Outcome.done(desk.profiles().get(who.id())))
            .orElseGet(() -> CaseRefusal.unknown(code));
    }

    private void run(Map<String, String> values, Consumer<String> answer) {
        ModelTexts typed = texts.get().alone(desk.masters().today());
        Work.request(Messages.Model_trying,
            progress -> typed.read(desk.masters(), 0).then(model -> desk.scores().tryOut(model, values))).on(body)
            .with(desk.notices()).quietly()
            .done(points -> answer.accept(NLS.bind(Messages.Model_points, Figures.text(points))))
            .refused(refusals -> answer.accept(Notices.text(refusals))).start();
    }

    Control control() {
        return body;
    }

}
