// The fleet's file, written from its beginning to its end into an empty one. Numbers of kiosks, labels, days and names
// are given in the order in which the file needs them, machine by machine, and of one machine in the order of what they
// stand for; nothing is written that nothing refers to. So what a file holds, and nothing of how it came there, makes
// its bytes; and each row goes behind the one before, which costs least. Private to fleet/; lives within one
// transaction of its caller.
#pragma once
#include "database/database.h"
#include "fleet/file/row_insert.h"
#include "fleet/incoming/machine_figures.h"

#include <array>
#include <future>

namespace kiosk::fleet {

// Numbers that the file gives to the names of a vocabulary.
class GivenNumbers {
public:
    struct Given {
        std::int64_t number = 0;
        Names::Name const* name = nullptr;
    };
    // Notes that a name is needed; the next give() gives numbers to all that have none.
    void need(std::int32_t name);
    // Those that are new, in their order.
    std::vector<Given> give(Names const& names);
    std::int64_t of(std::int32_t name) const { return numbers_[static_cast<std::size_t>(name)]; }

private:
    std::vector<std::int64_t> numbers_; // by the vocabulary's; 0: none yet
    std::vector<std::int32_t> needed_;
    std::int64_t highest_ = 0;
};

class FleetWriting {
public:
    // The vocabulary is that of all figures that will be written.
    static Result<FleetWriting> begin(database::Database& fresh, Vocabulary const& vocabulary);
    // Each machine once, in the order of their numbers. `key` signs for it; "" where none is known. Counts are still
    // being stored when it returns, while the next machine's are read: the file is this object's until finish().
    Result<> write(MachineFigures const& figures, std::string_view key);
    // What versions, languages and items are called goes last.
    Result<> finish(std::set<WordFact> const& words);

private:
    using Numbers = std::vector<std::int64_t>; // by places in the lists of MachineFigures
    explicit FleetWriting(Vocabulary const& vocabulary) : vocabulary_(&vocabulary) {}

    Result<> write_machine(MachineFigures const& figures, std::string_view key);
    Result<Numbers> write_labels(MachineFigures const& figures);
    Result<Numbers> write_days(MachineFigures const& figures);
    Result<> write_names();
    void order_tallies(MachineFigures const& figures, Numbers const& labels, Numbers const& days);
    Result<> store_tallies();
    Result<> wait_for_tallies();
    Result<> write_releases(MachineFigures const& figures, Numbers const& labels);
    Result<> write_log(MachineFigures const& figures);
    enum class Table {
        machine,
        signer,
        label,
        day,
        version,
        language,
        item,
        tally,
        release,
        released,
        log,
        remark,
        word
    };
    RowInsert& rows(Table table);

    Vocabulary const* vocabulary_;
    std::vector<RowInsert> tables_; // in the order of Table
    GivenNumbers versions_, languages_, items_;
    std::int64_t machine_ = 0, label_ = 0, day_ = 0;   // the last numbers given
    std::vector<std::array<std::int64_t, 7>> tallies_; // of one machine; reused
    std::future<Result<>> storing_;                    // goes first: it uses all of the others
};

} // namespace kiosk::fleet
