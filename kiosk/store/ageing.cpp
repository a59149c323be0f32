// How old days leave the store.
#include "store/store.h"

namespace kiosk::store {

Result<std::int64_t> Store::remove_before(std::string const& day)
{
    std::int64_t removed = 0;
    auto const remove = [&](char const* sql) -> Result<> {
        auto statement = database_.prepare(sql);
        if (!statement) return statement.error();
        KIOSK_TRY(statement.value().bind(1, day).finish());
        auto const changes = database_.number("SELECT changes()");
        if (!changes) return changes.error();
        removed += changes.value();
        return success();
    };
    auto const all = in_transaction([&]() -> Result<> {
        KIOSK_TRY(remove("DELETE FROM tally WHERE day < ?1 AND day <> ''"));
        KIOSK_TRY(remove("DELETE FROM release WHERE last_day < ?1 AND last_day <> '' AND state = 1"));
        KIOSK_TRY(remove("DELETE FROM machine_log WHERE wall <> '' AND wall < ?1"));
        KIOSK_TRY(remove("DELETE FROM day WHERE day < ?1 AND day <> ''"));
        KIOSK_TRY(remove("DELETE FROM remark WHERE day < ?1 AND day <> ''"));
        return database_.run(
            "DELETE FROM word WHERE content_version NOT IN (SELECT DISTINCT content_version FROM tally) "
            "AND content_version <> (SELECT value FROM meta WHERE key = 'content_version')");
    });
    if (!all) return all.error();
    if (removed > 0) KIOSK_TRY(database_.run("VACUUM"));
    return removed;
}

} // namespace kiosk::store
