package org.stockwright.model;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.persistence.annotations.ReadOnly;

/** A line of the ledger: a quantity of an item from one balance to another. Written by the ledger alone, never changed. */
@Entity(name = "Movement")
@Table(name = "movement")
@Cacheable(false)
@ReadOnly
public class MovementEntity {

    @Id
    @Column(name = "seq")
    private long seq;

    @ManyToOne(optional = false)
    @JoinColumn(name = "posting_id")
    private PostingEntity posting;

    @Column(name = "line")
    private int line;

    @Column(name = "kind")
    private String kind;

    @ManyToOne(optional = false)
    @JoinColumn(name = "item_id")
    private ItemEntity item;

    @ManyToOne(optional = false)
    @JoinColumn(name = "from_balance_id")
    private BalanceEntity from;

    @ManyToOne(optional = false)
    @JoinColumn(name = "to_balance_id")
    private BalanceEntity to;

    @Column(name = "quantity")
    private BigDecimal quantity;

    @Column(name = "entered_quantity")
    private BigDecimal enteredQuantity;

    @Column(name = "entered_unit")
    private String enteredUnit;

    @Column(name = "unit_cost")
    private BigDecimal unitCost;

    @Column(name = "reason")
    private String reason;

    @Column(name = "effective_at")
    @Convert(converter = MicrosConverter.class)
    private Instant effectiveAt;

    @Column(name = "recorded_at")
    @Convert(converter = MicrosConverter.class)
    private Instant recordedAt;

    @Column(name = "reverses_seq")
    private Long reversesSeq;

    /** For the persistence provider only: the ledger writes these rows. */
    protected MovementEntity() {
        // filled by the provider
    }

    /** Its place in the ledger. */
    public long getSeq() {
        return seq;
    }

    /** The command that made it. */
    public PostingEntity getPosting() {
        return posting;
    }

    /** Its line there, from 1. */
    public int getLine() {
        return line;
    }

    /** What happened. */
    public String getKind() {
        return kind;
    }

    /** What moved. */
    public ItemEntity getItem() {
        return item;
    }

    /** Where it came from. */
    public BalanceEntity getFrom() {
        return from;
    }

    /** Where it went. */
    public BalanceEntity getTo() {
        return to;
    }

    /** In the base unit; positive. */
    public BigDecimal getQuantity() {
        return quantity;
    }

    /** As it was entered. */
    public BigDecimal getEnteredQuantity() {
        return enteredQuantity;
    }

    /** The unit in which it was entered. */
    public String getEnteredUnit() {
        return enteredUnit;
    }

    /** Cost per base unit as it was entered, or {@code null}. */
    public BigDecimal getUnitCost() {
        return unitCost;
    }

    /** Why, or {@code null}. */
    public String getReason() {
        return reason;
    }

    /** When it happened. */
    public Instant getEffectiveAt() {
        return effectiveAt;
    }

    /** When the ledger learnt of it. */
    public Instant getRecordedAt() {
        return recordedAt;
    }

    /** The movement that it takes back, or {@code null}. */
    public Long getReversesSeq() {
        return reversesSeq;
    }

}
