// The fleet: what many kiosks have exported, in one SQLite file. Merging takes the highest count of each key, and the
// union of everything else (machine_figures.h says what a key is), so that the order of packages does not matter and
// none counts twice; what a file holds, and not how it came there, makes its bytes. Owner: the tool that merges or
// reports. One thread. Errors begin with the file or package. A merge is whole or it is not: it is written beside the
// file and takes its name, so that after an error the file is what it was. Files of the form before are read as they
// are, and are of this form after a merge. A file that came from elsewhere is not trusted: its schema is ours to the
// letter, or it is refused, and nothing in it is run.
#pragma once
#include "database/database.h"
#include "fleet/incoming/provenance.h"
#include "package/package.h"

#include <map>
#include <optional>

namespace kiosk::fleet {

constexpr int kFleetApplicationId = 0x4B494F46; // "KIOF", SQLite's application_id of such a file
constexpr int kFleetSchemaVersion = 3;
constexpr int kFleetSchemaBefore = 2; // without keys

// A kiosk's database. Copies of one have one number.
struct FleetMachine {
    std::int64_t id = 0; // in this file
    std::string number;  // 16 hexadecimal digits
    std::int64_t snapshot = 0;
    std::string created; // day of its newest package, where that is believed
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
    // Whether copies of a database have released it: another release of this number, or one of this label that shares
    // days with it, is another release. Such are never to be added up.
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
    int repeated = 0; // left out since another is the same to the byte
    std::int64_t rows = 0;
    std::vector<Error> left_out;      // packages whose maker is not who he should be, one each
    std::vector<std::string> remarks; // on what was taken, one line each
    std::vector<NewKiosk> unchecked;  // kiosks that are new, and whose maker nobody has checked
};

// Which open measures are added up: the visits alone cost a fifth of all of them.
enum class Sums { all, visits };

// Days, both included; "" for no bound. Counts of an unknown day lie in none that has a bound.
struct DaySpan {
    std::string first, last;
    bool holds(std::string_view day) const
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

    // Sorted and taken in one transaction. What is wrong with packages is put into `faults`, one a package; then
    // nothing is taken, and the error says so.
    Result<MergeReport> merge(std::vector<package::Package> packages, std::vector<Error>* faults = nullptr,
                              TakeOptions const& options = {});
    // Takes a kiosk out again, with its key: what was forged of it is gone, and what is its own comes back with the
    // next merge of its packages. What questions and answers are called goes with it, whoever told it: of words nobody
    // knows any more whose they are, and every package brings them along. False if it is not there.
    Result<bool> forget(std::string const& machine);
    // The keys that are remembered.
    Result<KeysByMachine> keys();

    Result<std::vector<FleetMachine>> machines(); // by number
    Result<std::vector<FleetLabel>> labels();     // by machine's number, then as they followed each other
    Result<std::vector<FleetDay>> days();         // by machine, day and mark
    // By version, language, measure and item; more than one wording where a content was changed without a new version.
    Result<std::vector<figures::WordRow>> words();
    Result<std::vector<FleetRemark>> remarks();     // by machine, day and number
    Result<std::vector<FleetRelease>> releases();   // by machine, number and mark
    Result<std::vector<FleetLogRow>> machine_log(); // by machine and number

    // Ordered by label; its label is the id in this file. Copies of one database have their days by mark. The views
    // live for one call.
    Result<> each_tally(std::function<Result<>(std::string_view mark, figures::TallyView const&)> const& take);
    // The same added up, as far as figures are told ("" in the place of what is not): visits by day, hour and language;
    // what is told in the course of time (TimeCounts) by day; questions answered by language; all else by neither.
    Result<> each_sum(Sums which, std::function<Result<>(figures::TallyView const&)> const& take,
                      DaySpan const& span = {});
    // All of it by month and language, for a table of one's own: the day is a month, "2026-11".
    Result<> each_month_sum(std::function<Result<>(figures::TallyView const&)> const& take, DaySpan const& span = {});

private:
    FleetStore(database::Database database, std::filesystem::path file, std::string vfs)
        : database_(std::move(database)),
          file_(std::move(file)),
          vfs_(std::move(vfs))
    {
    }
    // The file that has the name now.
    Result<> ready();
    // What `work` writes into an empty file takes this one's place; or nothing does.
    Result<> change(std::function<Result<>(database::Database& fresh)> const& work);
    // What is merged, and what is found out about it.
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
    // Calls `take` for each row of an answer.
    Result<> each_row(std::string const& sql, std::function<void(database::Statement const&)> const& take);

    database::Database database_;
    std::filesystem::path file_;
    std::string vfs_;
    bool is_replaced_ = false; // the file has been written anew, and is not opened yet
};

} // namespace kiosk::fleet
