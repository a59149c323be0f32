// The fleet: what many kiosks have exported, in one SQLite file. A merge takes the highest count of each key, and the
// union of all else (fleet/incoming/machine_figures.h), so that the order of packages does not matter and none counts
// twice; the bytes of the file depend only on what it holds. A change is atomic: it is written into a new file that
// then replaces this one. Files of version 2 are read, and become version 3 by a merge. A file from elsewhere is not
// trusted: it is refused unless its schema is exactly ours, and nothing in it is run. Owner: the tool that merges or
// reports. One thread. Errors begin with the file or package.
#pragma once
#include "database/database.h"
#include "fleet/incoming/provenance.h"
#include "package/package.h"

#include <map>
#include <optional>

namespace kiosk::fleet {

constexpr int kFleetApplicationId = 0x4B494F46; // "KIOF", SQLite's application_id of such a file
constexpr int kFleetSchemaVersion = 3;
constexpr int kOldestFleetSchema = 2; // without keys

// A kiosk's database. Copies of one have one number.
struct FleetMachine {
    std::int64_t id = 0; // in this file
    std::string number;  // 16 hexadecimal digits
    std::int64_t snapshot = 0;
    std::string created; // day of its newest package, if its clock was trusted
};

struct FleetLabel {
    std::int64_t id = 0, machine = 0; // in this file
    figures::Label label;             // its number is that of its database; 0 for a former one
};

struct FleetDay {
    std::int64_t machine = 0;
    figures::DayRow row; // of former labels, days have no mark
};

struct FleetRelease {
    std::int64_t machine = 0, label = 0; // ids
    figures::Release release;            // its label is the id, too
    // Whether copies of a database have released it: there is another release with this number, or one of this label
    // that shares days with it. Such releases must not be added up.
    bool doubled = false;
};

struct FleetRemark {
    std::int64_t machine = 0;
    figures::RemarkRow row;
};

struct FleetLogRow {
    std::int64_t machine = 0;
    figures::MachineRow row;
};

struct MergeReport {
    int packages = 0; // that were read
    int repeated = 0; // left out since they are copies of others
    std::int64_t rows = 0;
    std::vector<Error> left_out;      // packages that were not accepted, one each
    std::vector<std::string> remarks; // on accepted packages, one line each
    std::vector<NewKiosk> unchecked;  // new kiosks whose key is in no list
};

// Which open measures are added up: visits alone take a fifth of the time.
enum class Sums { all, visits };

// Days, both included; "" for no bound. Counts of an unknown day are in a span without bounds only.
struct DaySpan {
    std::string first, last;
    bool contains(std::string_view day) const
    {
        if (first.empty() && last.empty()) return true;
        return !day.empty() && day >= first && (last.empty() || day <= last);
    }
};

class FleetStore {
public:
    // Makes it where it is missing. `vfs` names SQLite's file layer, for tests.
    static Result<FleetStore> open(std::filesystem::path const& file, std::string const& vfs = "");
    static Result<FleetStore> open_to_read(std::filesystem::path const& file);

    // All or none. Faulty packages are put into `faults`, one each; then nothing is merged, and the error says so.
    Result<MergeReport> merge(std::vector<package::Package> packages, std::vector<Error>* faults = nullptr,
                              AcceptOptions const& options = {});
    // Removes a kiosk and its key, to get rid of forged figures; its own come back with the next merge of its packages.
    // The words of all items are removed, too, since nothing records whose they are; every package brings them along.
    // False if the kiosk is not there.
    Result<bool> forget(std::string const& machine);
    // The stored keys.
    Result<KeysByMachine> keys();

    Result<std::vector<FleetMachine>> machines(); // by number
    Result<std::vector<FleetLabel>> labels();     // by machine's number, then as they followed each other
    Result<std::vector<FleetDay>> days();         // by machine, day and mark
    // By version, language, measure and item; more than one wording where a content was changed without a new version.
    Result<std::vector<figures::WordRow>> words();
    Result<std::vector<FleetRemark>> remarks();     // by machine, day and number
    Result<std::vector<FleetRelease>> releases();   // by machine, number and mark
    Result<std::vector<FleetLogRow>> machine_log(); // by machine and number

    // Ordered by label; `label` is the id in this file. `mark` is that of the day. The views are valid during the call.
    Result<> each_tally(std::function<Result<>(std::string_view mark, figures::TallyView const&)> const& take);
    // The same, added up as far as the report needs it ("" for what is summed over): visits by day, hour and language;
    // measures of TimeCounts by day; answered questions by language; all else by neither.
    Result<> each_sum(Sums which, std::function<Result<>(figures::TallyView const&)> const& take,
                      DaySpan const& span = {});
    // All of it by month and language, for pivot tables: the day is a month, "2026-11".
    Result<> each_month_sum(std::function<Result<>(figures::TallyView const&)> const& take, DaySpan const& span = {});

private:
    FleetStore(database::Database database, std::filesystem::path file, std::string vfs)
        : database_(std::move(database)),
          file_(std::move(file)),
          vfs_(std::move(vfs))
    {
    }
    // Opens the new file after a change.
    Result<> ready();
    // Replaces the file by an empty one into which `work` writes; after an Error the file is unchanged.
    Result<> change(std::function<Result<>(database::Database& fresh)> const& work);
    // The state of one merge.
    struct Merging {
        std::vector<package::Package> packages; // by machine
        std::string today;
        KeysByMachine keys; // of all machines
        MergeReport report;
        std::vector<Error> faults;
    };
    Result<> write_merged(database::Database& fresh, Merging& merging);
    Result<> write_without(database::Database& fresh, std::string const& machine);
    struct Words;
    Result<> read_words(Words& words);
    // Calls `take` for each row of a query.
    Result<> each_row(std::string const& sql, std::function<void(database::Statement const&)> const& take);

    database::Database database_;
    std::filesystem::path file_;
    std::string vfs_;
    bool is_replaced_ = false; // the file was replaced, and the new one is not open yet
};

} // namespace kiosk::fleet
