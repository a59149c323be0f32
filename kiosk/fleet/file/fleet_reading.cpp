// What the fleet's file holds, read out of it.
#include "figures/plausible.h"
#include "fleet/file/fleet_store.h"
#include "fleet/file/stored_figures.h"

#include <algorithm>
#include <array>

namespace kiosk::fleet {

namespace {

using database::Statement;
using figures::Release;

bool share_days(Release const& one, Release const& other)
{
    return !one.first.empty() && !other.first.empty() && one.first <= other.last && other.first <= one.last;
}

// Copies give one number to two releases; or they close what they share, each for itself.
void find_doubled(std::vector<FleetRelease>& releases)
{
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<FleetRelease*>> by_number;
    std::map<std::int64_t, std::vector<FleetRelease*>> by_label;
    for (auto& one : releases) {
        by_number[{one.machine, one.release.number}].push_back(&one);
        by_label[one.label].push_back(&one);
    }
    for (auto const& [number, same] : by_number)
        if (same.size() > 1)
            for (auto* one : same) one->doubled = true;
    for (auto const& [label, all] : by_label)
        for (auto* one : all)
            for (auto* other : all)
                if (one != other && share_days(one->release, other->release)) one->doubled = true;
}

} // namespace

Result<> FleetStore::each_row(std::string const& sql, std::function<void(Statement const&)> const& take)
{
    KIOSK_TRY(ready());
    auto statement = database_.prepare(sql);
    if (!statement) return statement.error();
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return success();
        take(row);
    }
}

Result<std::vector<FleetMachine>> FleetStore::machines()
{
    std::vector<FleetMachine> machines;
    KIOSK_TRY(each_row("SELECT id, number, snapshot, created FROM machine ORDER BY number", [&](Statement const& row) {
        machines.push_back({row.number(0), row.text(1), row.number(2), row.text(3)});
    }));
    return machines;
}

Result<KeysByMachine> FleetStore::keys()
{
    KeysByMachine keys;
    KIOSK_TRY(ready());
    auto const version = database_.number("PRAGMA user_version");
    if (!version) return version.error();
    if (version.value() < kFleetSchemaVersion) return keys;
    KIOSK_TRY(each_row("SELECT number, key FROM signer JOIN machine ON machine.id = signer.machine",
                       [&](Statement const& row) { keys[row.text(0)] = row.text(1); }));
    return keys;
}

Result<std::vector<FleetLabel>> FleetStore::labels()
{
    std::vector<FleetLabel> labels;
    KIOSK_TRY(each_row(
        "SELECT label.id, machine.id, former, label.number, kiosk, partner, country, setting, event, event_first, "
        "event_last, zone, first_day, last_day FROM label JOIN machine ON machine.id = label.machine ORDER BY "
        "machine.number, former DESC, first_day, label.number, kiosk, partner, country, setting, event, zone",
        [&](Statement const& row) {
            labels.push_back({row.number(0), row.number(1), label_at(row, 2)});
        }));
    return labels;
}

Result<std::vector<FleetDay>> FleetStore::days()
{
    std::vector<FleetDay> days;
    KIOSK_TRY(each_row("SELECT machine, day, mark, open FROM day ORDER BY 1, 2, 3", [&](Statement const& row) {
        days.push_back({row.number(0), {row.text(1), row.text(2), row.text(3)}});
    }));
    return days;
}

Result<std::vector<figures::WordRow>> FleetStore::words()
{
    std::vector<figures::WordRow> words;
    KIOSK_TRY(each_row("SELECT content_version.text, language.text, item.measure, item.text, words, is_right FROM word "
                       "JOIN content_version ON content_version.id = word.content_version JOIN language ON "
                       "language.id = word.language JOIN item ON item.id = word.item ORDER BY 1, 2, 3, 4, 5, 6",
                       [&](Statement const& row) {
                           words.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                                            static_cast<int>(row.number(5))});
                       }));
    return words;
}

Result<std::vector<FleetRemark>> FleetStore::remarks()
{
    std::vector<FleetRemark> remarks;
    KIOSK_TRY(each_row("SELECT machine, number, day, text FROM remark ORDER BY 1, 3, 2, 4", [&](Statement const& row) {
        remarks.push_back({row.number(0), {row.number(1), row.text(2), row.text(3)}});
    }));
    return remarks;
}

Result<std::vector<FleetRelease>> FleetStore::releases()
{
    using Key = std::tuple<std::int64_t, std::int64_t, std::int64_t>; // machine, number, variant
    std::vector<FleetRelease> releases;
    std::map<Key, std::size_t> places;
    KIOSK_TRY(each_row("SELECT machine, number, variant, label, mark, first_day, last_day, threshold FROM release "
                       "ORDER BY machine, number, mark, variant",
                       [&](Statement const& row) {
                           places[{row.number(0), row.number(1), row.number(2)}] = releases.size();
                           Release release{row.number(1), row.number(3), row.text(5), row.text(6),
                                           row.number(7), row.text(4),   {}};
                           releases.push_back({row.number(0), row.number(3), std::move(release), false});
                       }));
    KIOSK_TRY(each_row(
        "SELECT machine, number, variant, measure, item, language, n FROM released ORDER BY 1, 2, 3, 4, "
        "5, 6",
        [&](Statement const& row) {
            auto const place = places.find({row.number(0), row.number(1), row.number(2)});
            if (place == places.end()) return; // damage
            releases[place->second].release.cells.push_back({row.text(3), row.text(4), row.text(5), row.number(6)});
        }));
    find_doubled(releases);
    return releases;
}

Result<std::vector<FleetLogRow>> FleetStore::machine_log()
{
    std::vector<FleetLogRow> rows;
    KIOSK_TRY(each_row("SELECT machine, seq, boot, monotonic_s, wall, clock_trusted, event, detail FROM machine_log "
                       "ORDER BY 1, 2, 3, 4, 5, 6, 7, 8",
                       [&](Statement const& row) {
                           rows.push_back({row.number(0),
                                           {row.number(1), row.number(2), row.number(3), row.text(4),
                                            row.number(5) != 0, row.text(6), row.text(7)}});
                       }));
    return rows;
}

Result<> FleetStore::each_tally(std::function<Result<>(std::string_view mark, figures::TallyView const&)> const& take)
{
    KIOSK_TRY(ready());
    auto statement = database_.prepare(
        "SELECT tally.label, day.day, tally.hour, content_version.text, language.text, item.measure, item.text, "
        "tally.n, day.mark FROM tally JOIN day ON day.id = tally.day JOIN content_version ON content_version.id = "
        "tally.content_version JOIN language ON language.id = tally.language JOIN item ON item.id = tally.item "
        "ORDER BY tally.label");
    if (!statement) return statement.error();
    std::array<std::string, 9> mended;
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return success();
        if (row.number(7) < 1 || row.number(7) > figures::kMaxCellCount)
            return Error{database_.path().string(), "holds a count that no kiosk has made",
                         "merge the packages again, into a new file"};
        auto const text = [&](int column) { return row.view(column, mended[static_cast<std::size_t>(column)]); };
        KIOSK_TRY(take(text(8), {row.number(0), text(1), static_cast<int>(row.number(2)), text(3), text(4), text(5),
                                 text(6), row.number(7)}));
    }
}

} // namespace kiosk::fleet
