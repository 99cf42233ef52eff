package org.stockwright.service.ui.internal.template;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.Template;
import org.stockwright.service.Template.State;
import org.stockwright.service.Templates;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.entry.History;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterRow;
import org.stockwright.ui.master.UnsavedRefusal;

/**
 * A version of a template while it is edited, without widgets: its stages are the rows of a table, its head and the boundary
 * stand beside them with an undo of their own. All is stored together.
 */
@SuppressWarnings("nls")
final class TemplateSheet extends DescribedPage {

    /** Before the id of a starter, or alone, for a template that is new. */
    static final String NEW = "+";
    /** Before the key of a version that a new version is begun with. */
    static final String COPY = "=";

    private final Templates templates;
    private final EntryMasters masters;
    private final History<TemplateTexts> head;
    private volatile String key;
    private volatile TemplateTexts stored;
    private volatile Optional<Template> version = Optional.empty();
    private volatile Optional<Template> base = Optional.empty();
    private volatile TemplateTexts typed;
    private volatile boolean gone;

    TemplateSheet(String key, Templates templates, EntryMasters masters) {
        super(new Facts("service-template", 10, Messages.Template_word, Messages.Template_stagesAbout,
            Messages.Template_noStages, TemplateEditor.ID, "", List.of(ServicePermission.TEMPLATES),
            Set.of(Topic.SETTINGS)));
        this.key = key;
        this.templates = templates;
        this.masters = masters;
        this.stored = TemplateTexts.blank(masters.today());
        this.typed = stored;
        this.head = new History<>(stored);
    }

    /** The key of a version. */
    static String key(Template template) {
        return template.code() + '/' + template.version();
    }

    /** What names the version that is edited now. */
    String key() {
        return key;
    }

    /** The version as it is stored; empty while it is not. */
    Optional<Template> version() {
        return version;
    }

    /** The head as it is typed now. */
    TemplateTexts head() {
        return typed;
    }

    /** The head as it was read. */
    TemplateTexts stored() {
        return stored;
    }

    /** Where the boundary stood before anybody moved it; -1 for a template that is new. */
    int before() {
        return key.startsWith(NEW) ? -1 : stored.boundary();
    }

    /** Takes a head that was typed; on the user interface's thread, like everything about undo. */
    synchronized boolean type(TemplateTexts texts) {
        boolean changed = head.change(texts);
        typed = texts;
        return changed;
    }

    boolean canUndo() {
        return head.canUndo();
    }

    synchronized TemplateTexts undo() {
        typed = head.undo();
        return typed;
    }

    synchronized TemplateTexts redo() {
        typed = head.redo();
        return typed;
    }

    /** Begins anew with what was read, unless there is something unsaved. */
    synchronized void begin() {
        head.reset(stored);
        typed = stored;
    }

    @Override
    public boolean isChanged() {
        return !typed.equals(stored) || version.isEmpty();
    }

    @Override
    public void discard() {
        begin();
    }

    @Override
    public String whyFixed() {
        return version.filter(one -> one.state() != State.DRAFT)
            .map(one -> NLS.bind(Messages.Template_fixed, String.valueOf(one.version()))).orElse("");
    }

    @Override
    public List<MasterColumn> columns() {
        return StageRows.columns();
    }

    @Override
    public List<MasterRow> read(String scope) {
        Optional<Template> found = find();
        boolean isNew = key.startsWith(NEW) || key.startsWith(COPY);
        gone = !isNew && found.isEmpty();
        if (gone) {
            return List.of();
        }
        TemplateTexts now = found.map(one -> TemplateTexts.of(one, masters))
            .orElseGet(() -> TemplateTexts.blank(masters.today()));
        take(isNew ? Optional.empty() : found, isNew ? now.from(masters.today()) : now);
        return found.map(Template::stages).orElse(List.of()).stream().map(one -> StageRows.of(one, masters.items()))
            .toList();
    }

    /** Takes what was read; what was typed meanwhile stays. */
    private synchronized void take(Optional<Template> found, TemplateTexts now) {
        boolean touched = !typed.equals(stored);
        version = found;
        stored = now;
        if (!touched) {
            typed = now;
            base = found;
        }
    }

    /** Whether the version is not there any more. */
    boolean isGone() {
        return gone;
    }

    private Optional<Template> find() {
        if (key.startsWith(NEW)) {
            String id = key.substring(NEW.length());
            return templates.starters().stream().filter(one -> one.id().equals(id)).map(Templates.Starter::template)
                .findFirst();
        }
        String plain = key.startsWith(COPY) ? key.substring(COPY.length()) : key;
        int slash = plain.lastIndexOf('/');
        return templates.versions(plain.substring(0, Math.max(0, slash))).stream()
            .filter(one -> key(one).equals(plain)).findFirst();
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        TemplateTexts texts = typed;
        if (!find().filter(one -> base.isPresent()).equals(base)) {
            return Outcome.refused(Refusal.of(UnsavedRefusal.CHANGED_MEANWHILE, title())
                .hint(Messages.Template_changedHint));
        }
        return texts.read(masters, version.map(Template::version).orElse(0), rows).then(templates::save).map(saved -> {
            Optional<Template> kept = Optional.of(saved);
            TemplateTexts now = TemplateTexts.of(saved, masters);
            synchronized (this) {
                key = key(saved);
                version = kept;
                stored = now;
                if (typed.equals(texts)) {
                    // what was typed while it was being saved is not saved yet
                    typed = now;
                }
            }
            base = find();
            return saved;
        });
    }

}
