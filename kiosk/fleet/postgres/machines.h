// Machines, their labels and the marks of their days, as stored in PostgreSQL, merged with those of packages. Works
// within a load's transaction, whose lock makes new numbers safe. Owner: one load.
#pragma once
#include "fleet/incoming/machine_figures.h"
#include "fleet/incoming/remarks.h"
#include "fleet/postgres/copy_rows.h"
#include "fleet/postgres/postgres.h"

namespace kiosk::fleet {

// The ids under which the facts of a machine are stored.
struct MachineIds {
    std::int32_t machine = 0;
    bool known = false;               // facts of it may be stored already
    std::vector<std::int16_t> labels; // of each label in MachineFigures
    // Of each day in MachineFigures: its number, and the number of its mark on this day (its "strand"), 0 for none.
    std::vector<std::pair<DayNumber, std::int16_t>> days;
};

class Machines {
public:
    // Reads all machines and labels, but days only of the machines that a load is about, by number.
    Result<> read(Postgres& postgres, std::set<std::string> const& told);
    Result<MachineIds> merge(MachineFigures const& figures);
    // Stores what has changed.
    Result<> store(Postgres& postgres);

    // Remarks on the machines of this load: copies, names used twice, changes of labels. Reads what is stored by now.
    Result<std::vector<Remark>> remarks(Postgres& postgres) const;

private:
    struct Machine {
        std::int32_t id = 0;
        std::int64_t snapshot = 0;
        std::string made;
        std::vector<LabelRecord> labels; // by id, from 1
        std::map<LabelRecord::Key, std::int16_t> label_ids;
        std::set<std::int16_t> changed_labels;
        std::map<DayNumber, std::map<std::string, std::int16_t>> marks; // numbers of marks, by day
        bool known = false, changed = false, told = false;
    };
    void read_label(QueryResult const& rows, int row);
    Result<std::int16_t> assign_label_id(Machine& machine, LabelRecord const& told);
    Result<std::int16_t> assign_strand(Machine& machine, figures::DayRow const& row, DayNumber day);
    std::string name_of(std::int32_t machine) const;

    std::map<std::string, Machine> machines_; // by number
    std::map<std::int32_t, std::string> numbers_;
    std::int32_t highest_ = 0;
    CopyRows fresh_days_;
};

} // namespace kiosk::fleet
