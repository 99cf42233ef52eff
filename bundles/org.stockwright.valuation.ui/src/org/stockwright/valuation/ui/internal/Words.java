package org.stockwright.valuation.ui.internal;

import java.util.Locale;

import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.Periods;

/** What people call methods, states and kinds. */
public final class Words {

    private Words() {
    }

    /** A method. */
    public static String of(CostMethod method) {
        return switch (method) {
            case FIFO -> Messages.Method_fifo;
            case LIFO -> Messages.Method_lifo;
            case AVERAGE -> Messages.Method_average;
            case STANDARD -> Messages.Method_standard;
            case SPECIFIC -> Messages.Method_specific;
        };
    }

    /** Which goods share one cost. */
    public static String of(CostScope scope) {
        return switch (scope) {
            case COMPANY -> Messages.Scope_company;
            case SITE -> Messages.Scope_site;
            case LOT -> Messages.Scope_lot;
            case LOT_GROUP -> Messages.Scope_lotGroup;
        };
    }

    /** What a method is set for. */
    public static String of(CostSettings.Level level) {
        return switch (level) {
            case COMPANY -> Messages.Level_company;
            case CATEGORY -> Messages.Level_category;
            case ITEM -> Messages.Level_item;
        };
    }

    /** A state of a period. */
    public static String of(Periods.State state) {
        return switch (state) {
            case OPEN -> Messages.Period_open;
            case SOFT -> Messages.Period_soft;
            case CLOSED -> Messages.Period_closed;
        };
    }

    /** A kind of account. */
    public static String of(Accounts.Kind kind) {
        return switch (kind) {
            case ASSET -> Messages.Account_asset;
            case LIABILITY -> Messages.Account_liability;
            case EQUITY -> Messages.Account_equity;
            case INCOME -> Messages.Account_income;
            case EXPENSE -> Messages.Account_expense;
        };
    }

    /** A basis of a late cost. */
    public static String of(LateCosts.Basis basis) {
        return switch (basis) {
            case VALUE -> Messages.Basis_value;
            case QUANTITY -> Messages.Basis_quantity;
            case WEIGHT -> Messages.Basis_weight;
            case VOLUME -> Messages.Basis_volume;
        };
    }

    /** Where a closing quantity comes from. */
    public static String of(PeriodicRow.Basis basis) {
        return switch (basis) {
            case COUNTED -> Messages.Basis_counted;
            case PARTLY_COUNTED -> Messages.Basis_partlyCounted;
            case LEDGER -> Messages.Basis_ledger;
        };
    }

    /** What a tool's dialog is called: its label without the dots. */
    public static String title(String label) {
        return label.endsWith("…") ? label.substring(0, label.length() - 1) : label; //$NON-NLS-1$
    }

    /** A word of files and commands as people write it: {@code stock-accounts} is {@code Stock accounts}. */
    public static String spoken(String word) {
        String text = word.replace('-', ' ');
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

}
