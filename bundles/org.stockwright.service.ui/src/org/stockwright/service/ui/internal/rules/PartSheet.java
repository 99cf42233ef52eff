package org.stockwright.service.ui.internal.rules;

import java.util.List;
import java.util.Set;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.rules.TableDoc.Part;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterRow;

/** One of the tables of a decision table; storing it stores all of them. */
@SuppressWarnings("nls")
final class PartSheet extends DescribedPage {

    private final TableDoc doc;
    private final Part part;
    private volatile List<MasterRow> begun = List.of();

    PartSheet(TableDoc doc, Part part, String explanation, String whenEmpty) {
        super(
            new Facts("decision-table", part.ordinal(), Messages.Rules_word, explanation, whenEmpty, TableEditor.ID, "",
                List.of(ServicePermission.TEMPLATES), Set.of(Topic.SETTINGS)));
        this.doc = doc;
        this.part = part;
    }

    /** The rows that the table begins with now. */
    List<MasterRow> begin(List<MasterRow> rows) {
        begun = List.copyOf(rows);
        return begun;
    }

    @Override
    public boolean isChanged() {
        if (doc.version().isEmpty() || !doc.typed().head().equals(doc.stored().head())) {
            return true;
        }
        for (Part one : Part.values()) {
            if (!same(doc.typed().of(one), doc.stored().of(one))) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(List<MasterRow> some, List<MasterRow> others) {
        return some.stream().map(MasterRow::values).toList().equals(others.stream().map(MasterRow::values).toList());
    }

    @Override
    public void discard() {
        doc.discard();
    }

    @Override
    public String whyFixed() {
        return doc.whyFixed();
    }

    @Override
    public List<MasterColumn> columns() {
        return switch (part) {
            case RULES -> TableRows.ruleColumns(doc.typed().cols());
            case COLUMNS -> TableRows.columnColumns();
            case SAMPLES -> TableRows.sampleColumns(doc.typed().cols());
        };
    }

    @Override
    public List<MasterRow> read(String scope) {
        return begun;
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        return doc.save(part, rows).map(saved -> begin(doc.stored().of(part)));
    }

}
