package org.stockwright.model;

import java.math.BigDecimal;
import java.util.Set;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What a place can take and may take. Read-only here: its service writes it. */
@Entity(name = "LocationLimit")
@Table(name = "location_limit")
@Cacheable(false)
public class LocationLimitEntity {

    @Id
    @Column(name = "id")
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "location_id")
    private LocationEntity location;

    @Column(name = "max_weight")
    private BigDecimal maxWeight;

    @Column(name = "max_volume")
    private BigDecimal maxVolume;

    @Column(name = "max_count")
    private BigDecimal maxCount;

    @Convert(converter = FlagConverter.class)
    @Column(name = "one_item_only")
    private boolean oneItemOnly;

    @Convert(converter = FlagConverter.class)
    @Column(name = "one_lot_only")
    private boolean oneLotOnly;

    @Column(name = "temperature_class")
    private String temperatureClass;

    @Convert(converter = CodesConverter.class)
    @Column(name = "hazard_classes")
    private Set<String> hazardClasses;

    @ManyToOne
    @JoinColumn(name = "fixed_item_id")
    private ItemEntity fixedItem;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider only. */
    protected LocationLimitEntity() {
        // filled by the provider
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** The place. */
    public LocationEntity getLocation() {
        return location;
    }

    /** Kilograms, or {@code null}. */
    public BigDecimal getMaxWeight() {
        return maxWeight;
    }

    /** Litres, or {@code null}. */
    public BigDecimal getMaxVolume() {
        return maxVolume;
    }

    /** Base units of all items together, or {@code null}. */
    public BigDecimal getMaxCount() {
        return maxCount;
    }

    /** Whether one item only lies there at a time. */
    public boolean isOneItemOnly() {
        return oneItemOnly;
    }

    /** Whether one lot only lies there at a time. */
    public boolean isOneLotOnly() {
        return oneLotOnly;
    }

    /** How cold it is there, or {@code null}. */
    public String getTemperatureClass() {
        return temperatureClass;
    }

    /** The classes of dangerous goods that are allowed; empty when none are named. */
    public Set<String> getHazardClasses() {
        return hazardClasses;
    }

    /** The only item that may lie there, or {@code null}. */
    public ItemEntity getFixedItem() {
        return fixedItem;
    }

    /** How often it was changed. */
    public long getVersion() {
        return version;
    }

}
