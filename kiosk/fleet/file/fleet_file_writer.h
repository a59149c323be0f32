// Writes the fleet's file into an empty database. Numbers of kiosks, labels, days and names are assigned in the order
// in which the file needs them, machine by machine, and within a machine in the order of their values; nothing is
// written that is not referred to. So the bytes of the file depend only on what it holds; and each row is appended,
// which is fastest. Used in this room only; within one transaction of its caller.
#pragma once
#include "database/database.h"
#include "fleet/file/row_insert.h"
#include "fleet/incoming/machine_figures.h"

#include <array>
#include <future>

namespace kiosk::fleet {

// Assigns the file's numbers to the names of a vocabulary.
class NumberAssigner {
public:
    struct Given {
        std::int64_t number = 0;
        NameTable::Name const* name = nullptr;
    };
    // Notes that a name is used; the next give() assigns numbers to all that have none.
    void need(std::int32_t name);
    // Assigns and returns new numbers, in the order of the names.
    std::vector<Given> give(NameTable const& names);
    std::int64_t of(std::int32_t name) const { return numbers_[static_cast<std::size_t>(name)]; }

private:
    std::vector<std::int64_t> numbers_; // by the vocabulary's; 0: none yet
    std::vector<std::int32_t> needed_;
    std::int64_t highest_ = 0;
};

class FleetFileWriter {
public:
    // The vocabulary is that of all figures that will be written.
    static Result<FleetFileWriter> begin(database::Database& fresh, Vocabulary const& vocabulary);
    // Each machine once, in the order of their numbers. `key` is its public key; "" where none is known. Returns while
    // the counts are still being written by another thread: the caller must not use the database before finish().
    Result<> write(MachineFigures const& figures, std::string_view key);
    // Writes the words of all items, and waits for the counts.
    Result<> finish(std::set<WordFact> const& words);

private:
    using Numbers = std::vector<std::int64_t>; // by places in the lists of MachineFigures
    explicit FleetFileWriter(Vocabulary const& vocabulary) : vocabulary_(&vocabulary) {}

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
    NumberAssigner versions_, languages_, items_;
    std::int64_t machine_ = 0, label_ = 0, day_ = 0;   // the last numbers given
    std::vector<std::array<std::int64_t, 7>> tallies_; // of one machine; reused
    std::future<Result<>> storing_;                    // last, so that it is destroyed first: it uses the others
};

} // namespace kiosk::fleet
