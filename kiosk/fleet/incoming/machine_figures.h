// The figures of one machine (a database of a kiosk), out of all packages of it that are at hand, in any order and
// however often: of a count the highest holds, everything else is a set. What SQLite and PostgreSQL are given comes
// from here, so that both hold the same. Pure but for the files that are read.
//
// Why nothing counts twice, and nothing is lost. A count is known by its machine, its label, the mark of its day, day
// and hour, version, language and item; within one database it only grows, so that of two packages the higher one
// holds. Two machines that run from one copied disk draw different marks for each day after the copying, so theirs add
// up; the days before have the same marks, and count once. Only of the very day of the copying, if its mark was drawn
// before, and of the unknown day, the lower of two counts is lost.
// A label of a database is its number and what it says, since copies may use one number for two names; the days of an
// event may be corrected, and are as the latest snapshot has them. Of a former label (counted before there were labels)
// the name alone is sure: packages of form 2 have it, and so has their database when it was brought up to date.
#pragma once
#include "fleet/incoming/day_number.h"
#include "fleet/incoming/label_record.h"
#include "fleet/incoming/names.h"
#include "fleet/incoming/variant.h"
#include "package/package.h"

#include <map>
#include <set>
#include <tuple>

namespace kiosk::fleet {

// A row of the tally. Label and day are places in the lists of MachineFigures.
struct TallyFact {
    std::int32_t label = 0, day = 0;
    std::int16_t hour = figures::kWholeDay, language = 0;
    std::int32_t version = 0, item = 0;
    std::int64_t n = 0;

    auto key() const { return std::tie(label, day, hour, version, language, item); }
};

struct ReleaseRecord {
    std::int32_t label = 0; // a place in the list of labels
    std::int64_t snapshot = 0;
    figures::Release release; // its own label is not looked at
};

class MachineFigures {
public:
    // `today` is the day of who reads; "" where it is not known (likely.h).
    explicit MachineFigures(std::string number, std::string today = "")
        : machine(std::move(number)),
          today_(std::move(today))
    {
    }

    // An error names the file of the package, and its row; of this package nothing is to be used then.
    Result<> read(package::Package const& package, Vocabulary& vocabulary);

    std::string machine;
    std::int64_t snapshot = 0; // the highest
    std::string created;       // day of that, where it is believed
    std::string ahead;         // the latest day after today that a package tells of; "" for none
    std::string kiosk;         // as the newest package calls it
    std::vector<LabelRecord> labels;
    std::vector<figures::DayRow> days;                                       // of former labels, days have no mark
    std::vector<TallyFact> tallies;                                          // in the order of their keys, each once
    std::map<std::pair<std::int64_t, std::int64_t>, ReleaseRecord> releases; // by number and variant
    std::set<figures::MachineRow> machine_log;
    std::set<figures::RemarkRow> remarks;
    std::set<WordFact> words;

private:
    std::int32_t place_of(LabelRecord record);
    std::int32_t place_of_day(std::string_view day, std::string_view mark, std::string_view open = {});
    Result<> read_labels(package::Package const& package);
    Result<> read_days(package::Package const& package);
    Result<> read_tallies(package::Package const& package, Vocabulary& vocabulary);
    Result<> read_releases(package::Package const& package, Vocabulary& vocabulary);
    Result<> read_words(package::Package const& package, Vocabulary& vocabulary);
    // What came after the first `sorted` facts goes to its place among them; of equal keys the highest count stays.
    void merge_tallies(std::size_t sorted);
    void take_release(std::pair<std::int64_t, std::int64_t> const& key, ReleaseRecord record);
    friend class TallyReader;
    friend class StoredFigures;

    std::string today_;
    std::map<LabelRecord::Key, std::int32_t> label_places_;
    std::map<std::pair<std::string, std::string>, std::int32_t> day_places_; // by day and mark
    // Of the package being read.
    std::map<std::int64_t, std::int32_t> label_numbers_;
    std::map<std::string, std::string, std::less<>> marks_;
};

// What to look at about them; "" for nothing.
std::string remark_of(MachineFigures const& figures);

// What reading would find wrong with a package by itself; nothing of it is kept.
Result<> check_rows(package::Package const& package, std::string const& today);

} // namespace kiosk::fleet
