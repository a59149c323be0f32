#include "fleet/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::fleet {

namespace {

constexpr char kBetween = '\x1f'; // the two parts of a name; no measure holds one

} // namespace

Result<> Names::read(Postgres& postgres)
{
    bool const two = parts_ == Parts::two;
    auto const answer =
        postgres.ask(fmt::format("SELECT id, {} FROM kiosk.{}", two ? "measure, item" : "name", table_));
    if (!answer) return answer.error();
    auto const& rows = answer.value();
    for (int row = 0; row < rows.rows(); ++row) {
        auto const id = static_cast<std::int32_t>(rows.number(row, 0));
        auto name = rows.text(row, 1);
        if (two) (name += kBetween) += rows.text(row, 2);
        numbers_.emplace(std::move(name), id);
        highest_ = std::max(highest_, id);
    }
    return success();
}

std::int32_t Names::number(std::string_view name, std::string_view second)
{
    auto sought = name;
    if (parts_ == Parts::two) {
        key_.assign(name);
        (key_ += kBetween) += second;
        sought = key_;
    }
    if (auto const found = numbers_.find(sought); found != numbers_.end()) return found->second;
    numbers_.emplace(std::string(sought), ++highest_);
    fresh_.begin_row(parts_ == Parts::two ? 3 : 2);
    if (most_ > std::numeric_limits<std::int16_t>::max())
        fresh_.add(highest_);
    else
        fresh_.add(static_cast<std::int16_t>(highest_));
    fresh_.add(name);
    if (parts_ == Parts::two) fresh_.add(second);
    return highest_;
}

Result<> Names::store(Postgres& postgres)
{
    if (fresh_.rows() == 0) return success();
    if (highest_ > most_)
        return Error{postgres.where(), fmt::format("has more than {} names of {}", most_, table_),
                     "a package is not what it seems: load fewer at once to find it"};
    KIOSK_TRY(postgres.copy(fmt::format("COPY kiosk.{} ({}) FROM STDIN (FORMAT binary)", table_,
                                        parts_ == Parts::two ? "id, measure, item" : "id, name"),
                            fresh_.finished()));
    fresh_.clear();
    return success();
}

Result<> Vocabulary::read(Postgres& postgres)
{
    for (auto* names : {&kiosks, &versions, &languages, &items}) KIOSK_TRY(names->read(postgres));
    return success();
}

Result<> Vocabulary::store(Postgres& postgres)
{
    for (auto* names : {&kiosks, &versions, &languages, &items}) KIOSK_TRY(names->store(postgres));
    return success();
}

} // namespace kiosk::fleet
