package org.stockwright.model;

import java.math.BigDecimal;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.persistence.annotations.ReadOnly;

/** The place of stock of one kind, with what the movements add up to. Written by the ledger alone. */
@Entity(name = "Balance")
@Table(name = "balance")
@Cacheable(false)
@ReadOnly
public class BalanceEntity {

    @Id
    @Column(name = "id")
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "item_id")
    private ItemEntity item;

    @ManyToOne(optional = false)
    @JoinColumn(name = "location_id")
    private LocationEntity location;

    @ManyToOne(optional = false)
    @JoinColumn(name = "lot_id")
    private LotEntity lot;

    @ManyToOne(optional = false)
    @JoinColumn(name = "owner_id")
    private PartnerEntity owner;

    @Column(name = "status")
    private String status;

    @ManyToOne(optional = false)
    @JoinColumn(name = "handling_unit_id")
    private HandlingUnitEntity handlingUnit;

    @Column(name = "kept")
    @Convert(converter = FlagConverter.class)
    private boolean kept;

    @Column(name = "negative_allowed")
    @Convert(converter = FlagConverter.class)
    private boolean negativeAllowed;

    @Column(name = "on_hand")
    private BigDecimal onHand;

    @Column(name = "reserved")
    private BigDecimal reserved;

    /** For the persistence provider only: the ledger writes these rows. */
    protected BalanceEntity() {
        // filled by the provider
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** What lies there. */
    public ItemEntity getItem() {
        return item;
    }

    /** Where. */
    public LocationEntity getLocation() {
        return location;
    }

    /** Its lot or serial number. */
    public LotEntity getLot() {
        return lot;
    }

    /** Whose it is. */
    public PartnerEntity getOwner() {
        return owner;
    }

    /** Its quality status. */
    public String getStatus() {
        return status;
    }

    /** What it lies in. */
    public HandlingUnitEntity getHandlingUnit() {
        return handlingUnit;
    }

    /** Whether its figures are kept rather than derived. */
    public boolean isKept() {
        return kept;
    }

    /** Whether it may go below zero. */
    public boolean isNegativeAllowed() {
        return negativeAllowed;
    }

    /** In the base unit. */
    public BigDecimal getOnHand() {
        return onHand;
    }

    /** In the base unit. */
    public BigDecimal getReserved() {
        return reserved;
    }

}
