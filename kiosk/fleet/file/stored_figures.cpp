#include "fleet/file/stored_figures.h"

#include <algorithm>
#include <functional>

namespace kiosk::fleet {

using database::Database;
using database::Statement;
using figures::LabelKind;

figures::Label label_at(Statement const& row, int former)
{
    figures::Label label;
    int column = former;
    label.kind = row.number(column++) != 0 ? LabelKind::former : LabelKind::own;
    label.number = row.number(column++);
    auto& text = label.text;
    for (auto* told : {&text.kiosk, &text.partner, &text.country, &text.setting, &text.event, &text.event_first,
                       &text.event_last, &text.zone, &label.first, &label.last})
        *told = row.text(column++);
    return label;
}

Result<StoredFigures> StoredFigures::of(Database& database, Vocabulary& vocabulary)
{
    StoredFigures stored(database);
    KIOSK_TRY(stored.read_names("SELECT id, text, '' FROM content_version ORDER BY id", vocabulary.versions,
                                stored.versions_));
    KIOSK_TRY(
        stored.read_names("SELECT id, text, '' FROM language ORDER BY id", vocabulary.languages, stored.languages_));
    KIOSK_TRY(stored.read_names("SELECT id, measure, text FROM item ORDER BY id", vocabulary.items, stored.items_));
    return stored;
}

Result<> StoredFigures::read_names(char const* sql, NameTable& names, Places& places)
{
    auto statement = database_->prepare(sql);
    if (!statement) return statement.error();
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return success();
        places[row.number(0)] = names.number(row.text(1), row.text(2));
    }
}

Result<> StoredFigures::each(std::string_view sql, std::int64_t number,
                             std::function<void(Statement const&)> const& take)
{
    auto statement = database_->prepare(sql);
    if (!statement) return statement.error();
    auto& row = statement.value();
    for (row.bind(1, number);;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return success();
        take(row);
    }
}

Result<> StoredFigures::add_to(MachineFigures& figures)
{
    auto sought = database_->prepare("SELECT id, snapshot, created FROM machine WHERE number = ?1");
    if (!sought) return sought.error();
    auto& row = sought.value().bind(1, figures.machine);
    auto const found = row.step();
    if (!found) return found.error();
    if (!found.value()) return success();
    auto const machine = row.number(0);
    figures.snapshot = std::max(figures.snapshot, row.number(1));
    figures.created = std::max(figures.created, row.text(2));
    KIOSK_TRY(add_labels(machine, figures));
    KIOSK_TRY(add_days(machine, figures));
    KIOSK_TRY(add_tallies(figures));
    KIOSK_TRY(add_releases(machine, figures));
    return add_log(machine, figures);
}

Result<> StoredFigures::add_labels(std::int64_t machine, MachineFigures& figures)
{
    labels_.clear();
    return each("SELECT id, former, number, kiosk, partner, country, setting, event, event_first, event_last, zone, "
                "first_day, last_day, snapshot FROM label WHERE machine = ?1 ORDER BY id",
                machine, [&](Statement const& row) {
                    LabelRecord record;
                    record.label = label_at(row, 1);
                    record.snapshot = row.number(13);
                    labels_[row.number(0)] = figures.index_of(std::move(record));
                });
}

Result<> StoredFigures::add_days(std::int64_t machine, MachineFigures& figures)
{
    days_.clear();
    return each("SELECT id, day, mark, open FROM day WHERE machine = ?1 ORDER BY id", machine,
                [&](Statement const& row) {
                    days_[row.number(0)] = figures.index_of_day(row.text(1), row.text(2), row.text(3));
                });
}

Result<> StoredFigures::add_tallies(MachineFigures& figures)
{
    auto const sorted = figures.tallies.size();
    for (auto const& [label, place] : labels_)
        KIOSK_TRY(each("SELECT day, hour, content_version, language, item, n FROM tally WHERE label = ?1", label,
                       [&, label_place = place](Statement const& row) {
                           auto const day = days_.find(row.number(0));
                           auto const version = versions_.find(row.number(2));
                           auto const language = languages_.find(row.number(3));
                           auto const item = items_.find(row.number(4));
                           if (day == days_.end() || version == versions_.end() || language == languages_.end() ||
                               item == items_.end())
                               return;
                           figures.tallies.push_back({.label = label_place,
                                                      .day = day->second,
                                                      .hour = static_cast<std::int16_t>(row.number(1)),
                                                      .language = static_cast<std::int16_t>(language->second),
                                                      .version = version->second,
                                                      .item = item->second,
                                                      .n = row.number(5)});
                       }));
    figures.merge_tallies(sorted);
    return success();
}

Result<> StoredFigures::add_releases(std::int64_t machine, MachineFigures& figures)
{
    using Key = std::pair<std::int64_t, std::int64_t>; // number and variant
    std::map<Key, ReleaseRecord> stored;
    KIOSK_TRY(each("SELECT number, variant, label, mark, first_day, last_day, threshold, snapshot FROM release WHERE "
                   "machine = ?1",
                   machine, [&](Statement const& row) {
                       auto const label = labels_.find(row.number(2));
                       if (label == labels_.end()) return;
                       figures::Release release{.number = row.number(0),
                                                .first = row.text(4),
                                                .last = row.text(5),
                                                .threshold = row.number(6),
                                                .mark = row.text(3),
                                                .cells = {}};
                       stored.emplace(Key(row.number(0), row.number(1)),
                                      ReleaseRecord{label->second, row.number(7), std::move(release)});
                   }));
    KIOSK_TRY(each("SELECT number, variant, measure, item, language, n FROM released WHERE machine = ?1 ORDER BY 1, 2, "
                   "3, 4, 5",
                   machine, [&](Statement const& row) {
                       auto const found = stored.find(Key(row.number(0), row.number(1)));
                       if (found == stored.end()) return;
                       found->second.release.cells.push_back({row.text(2), row.text(3), row.text(4), row.number(5)});
                   }));
    for (auto& [key, record] : stored) figures.take_release(key, std::move(record));
    return success();
}

Result<> StoredFigures::add_log(std::int64_t machine, MachineFigures& figures)
{
    KIOSK_TRY(each("SELECT seq, boot, monotonic_s, wall, clock_trusted, event, detail FROM machine_log WHERE machine = "
                   "?1",
                   machine, [&](Statement const& row) {
                       figures.machine_log.insert({row.number(0), row.number(1), row.number(2), row.text(3),
                                                   row.number(4) != 0, row.text(5), row.text(6)});
                   }));
    return each("SELECT number, day, text FROM remark WHERE machine = ?1", machine, [&](Statement const& row) {
        figures.remarks.insert({row.number(0), row.text(1), row.text(2)});
    });
}

Result<std::set<WordFact>> StoredFigures::words()
{
    std::set<WordFact> words;
    auto statement = database_->prepare("SELECT content_version, language, item, words, is_right FROM word");
    if (!statement) return statement.error();
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return words;
        auto const version = versions_.find(row.number(0));
        auto const language = languages_.find(row.number(1));
        auto const item = items_.find(row.number(2));
        if (version == versions_.end() || language == languages_.end() || item == items_.end()) continue;
        words.insert({version->second, language->second, item->second, row.text(3), static_cast<int>(row.number(4))});
    }
}

} // namespace kiosk::fleet
