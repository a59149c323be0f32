// Rows for pivot tables: counts with all that they are about. It holds a limited number of rows: where there are more,
// time and language are coarsened until they fit. Open measures only. Made by adding rows; the result does not depend
// on their order.
#pragma once
#include "figures/figures.h"
#include "figures/label.h"

#include <tuple>

namespace kiosk::figures {

// From fine to coarse. Each can be computed from the one before, so that it does not matter when rows are coarsened.
enum class Grain { day_and_language, month_and_language, month, year, all };

struct PivotRow {
    std::size_t label = 0; // its place among the labels
    std::string time;      // "2026-11-23", "2026-11" or "2026", as the grain is; "" where not known or coarsened
    std::string language;  // "" where it was coarsened
    std::string measure, item;
    std::int64_t n = 0;
};

class Pivot {
public:
    // `finest`: the grain of the rows that are added.
    explicit Pivot(std::size_t most_rows = 4'000, Grain finest = Grain::day_and_language)
        : most_rows_(most_rows),
          grain_(finest)
    {
    }

    void add(LabelText const& label, TallyView const& row);

    Grain grain() const { return grain_; }
    std::vector<LabelText> const& labels() const { return labels_; }
    std::vector<PivotRow> rows() const; // by label's words, time, measure, item and language

private:
    using Key = std::tuple<std::size_t, std::string, std::string, std::string, std::string>;
    Key at_grain(Key key) const;
    void coarsen();

    std::size_t most_rows_;
    Grain grain_;
    std::vector<LabelText> labels_;
    std::map<Key, std::int64_t> counts_; // label, time, measure, item, language
};

} // namespace kiosk::figures
