package org.stockwright.purchasing.ui.internal.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.Requisitions;
import org.stockwright.purchasing.ui.internal.Messages;

/** Enters what a department wants. */
@Component
@SuppressWarnings("nls")
public final class RequisitionEntry implements EntryModel {

    private final Requisitions requisitions;
    private final EntryMasters masters;

    /** Submits requisitions here. */
    @Activate
    public RequisitionEntry(@Reference Requisitions requisitions, @Reference EntryMasters masters) {
        this.requisitions = requisitions;
        this.masters = masters;
    }

    @Override
    public String id() {
        return Requisitions.KIND;
    }

    @Override
    public String title() {
        return Messages.Requisition_title;
    }

    @Override
    public String permission() {
        return PurchasingPermission.REQUEST;
    }

    @Override
    public List<EntryField> head() {
        return List.of(EntryField.text("department", Messages.Field_department, 14),
            EntryField.text("costCentre", Messages.Field_costCentre, 12),
            EntryField.text("due", Messages.Field_due, 18).hint(Messages.Field_dayHint),
            EntryField.text("reference", Messages.Field_reference, 16));
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters.item("item", Messages.Field_item),
            EntryField.number("quantity", Messages.Field_quantity, 10),
            EntryField.text("unit", Messages.Field_unit, 8), EntryField.text("due", Messages.Field_lineDue, 12),
            EntryField.text("note", Messages.Field_note, 24));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        return masters.items().resolve(code).map(match -> state.count("quantity", EntryRow.of("item", match.code(),
            "unit", match.entered().equals(match.unit()) ? "" : match.entered().code())));
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        TypedParts parts = masters.parts();
        LocalDate today = masters.today();
        Optional<LocalDate> due = parts.day(state.head().get("due"), today, 0, "due");
        List<Requisitions.Line> lines = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int number = i + 1;
            Optional<LocalDate> lineDue = parts.day(row.get("due"), today, number, "due");
            Optional<BigDecimal> amount = parts.number(OrderForm.quantity(row), number, "quantity");
            parts.item(row.get("item"), number, "item").ifPresent(item -> amount
                .ifPresent(much -> lines.add(new Requisitions.Line(item.id(), much,
                    Optional.of(row.get("unit")).filter(unit -> !unit.isEmpty()), Optional.empty(), lineDue,
                    row.get("note")))));
        }
        if (!parts.refusals().isEmpty()) {
            return Outcome.refused(parts.refusals());
        }
        return requisitions
            .submit(new Requisitions.Draft(state.key(), state.head().get("department"), state.head().get("costCentre"),
                due, Optional.empty(), state.head().get("reference"), lines))
            .map(made -> new Posted(NLS.bind(Messages.Requisition_submitted, made.number()), made.number(),
                List.of()));
    }

    @Override
    public Optional<EntryState> copy(Document document) {
        return Optional.of(document).filter(one -> one.kind().equals(Requisitions.KIND))
            .map(one -> new EntryState("",
                EntryRow.of("department", one.department(), "costCentre", one.costCentre()),
                one.lines().stream().map(line -> EntryRow.of("item", line.item(), "quantity",
                    Figures.text(line.entered()), "unit", line.enteredUnit(), "note", line.note())).toList()));
    }

}
