// The figures of one machine (a kiosk's database), merged from all its packages, in any order and however often: of a
// count the highest one holds, all else is a set union. Both the fleet's file and PostgreSQL are written from it, so
// that they hold the same. Pure, except that it reads packages.
//
// Why nothing counts twice and nothing is lost. A count is identified by machine, label, mark of the day, day and hour,
// version, language and item; within one database it only grows, so that of two packages the higher count holds. Two
// machines that run from one copied disk draw different marks for each day after the copy, so that their counts add up;
// earlier days have the same marks and count once. Lost is only the lower of two counts on the very day of the copy, if
// its mark was drawn before, and on the unknown day.
//
// A label is identified by its number and its text, since copies may use one number for two names; corrected days of an
// event are taken from the latest snapshot. Of a former label (counted before there were labels) only the name is
// certain: packages of format 2 have it, and their database after its upgrade.
#pragma once
#include "fleet/incoming/day_number.h"
#include "fleet/incoming/label_record.h"
#include "fleet/incoming/name_table.h"
#include "fleet/incoming/variant.h"
#include "package/package.h"

#include <map>
#include <set>
#include <tuple>

namespace kiosk::fleet {

// A row of the tally. Label and day are indices into the lists of MachineFigures.
struct TallyFact {
    std::int32_t label = 0, day = 0;
    std::int16_t hour = figures::kWholeDay, language = 0;
    std::int32_t version = 0, item = 0;
    std::int64_t n = 0;

    auto key() const { return std::tie(label, day, hour, version, language, item); }
};

struct ReleaseRecord {
    std::int32_t label = 0; // an index into the list of labels
    std::int64_t snapshot = 0;
    figures::Release release; // its own label is not used
};

class MachineFigures {
public:
    // `today` is the reader's day; "" where it is not known (plausibility_check.h).
    explicit MachineFigures(std::string number, std::string today = "")
        : machine(std::move(number)),
          today_(std::move(today))
    {
    }

    // An error begins with the package's file and row; the figures must not be used after it.
    Result<> read(package::Package const& package, Vocabulary& vocabulary);

    std::string machine;
    std::int64_t snapshot = 0; // the highest
    std::string created;       // its day, if its clock was trusted
    std::string ahead;         // the latest day after today in a package; "" for none
    std::string kiosk;         // as the newest package calls it
    std::vector<LabelRecord> labels;
    std::vector<figures::DayRow> days;                                       // of former labels, days have no mark
    std::vector<TallyFact> tallies;                                          // in the order of their keys, each once
    std::map<std::pair<std::int64_t, std::int64_t>, ReleaseRecord> releases; // by number and variant
    std::set<figures::MachineRow> machine_log;
    std::set<figures::RemarkRow> remarks;
    std::set<WordFact> words;

private:
    std::int32_t index_of(LabelRecord record);
    std::int32_t index_of_day(std::string_view day, std::string_view mark, std::string_view open = {});
    Result<> read_labels(package::Package const& package);
    Result<> read_days(package::Package const& package);
    Result<> read_tallies(package::Package const& package, Vocabulary& vocabulary);
    Result<> read_releases(package::Package const& package, Vocabulary& vocabulary);
    Result<> read_words(package::Package const& package, Vocabulary& vocabulary);
    // Merges the facts after the first `sorted` ones into these; of equal keys the highest count stays.
    void merge_tallies(std::size_t sorted);
    void take_release(std::pair<std::int64_t, std::int64_t> const& key, ReleaseRecord record);
    friend class TallyReader;
    friend class StoredFigures;

    std::string today_;
    std::map<LabelRecord::Key, std::int32_t> label_indices_;
    std::map<std::pair<std::string, std::string>, std::int32_t> day_indices_; // by day and mark
    // For the package that is being read.
    std::map<std::int64_t, std::int32_t> label_numbers_;
    std::map<std::string, std::string, std::less<>> marks_;
};

// A warning about them, for people; "" for none.
std::string remark_of(MachineFigures const& figures);

// Checks the rows of a single package.
Result<> check_rows(package::Package const& package, std::string const& today);

} // namespace kiosk::fleet
