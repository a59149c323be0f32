#include "fleet/incoming/label_record.h"

#include <algorithm>

namespace kiosk::fleet {

using figures::LabelKind;

std::string earlier(std::string const& one, std::string const& other)
{
    if (one.empty() || other.empty()) return one + other;
    return std::min(one, other);
}

LabelRecord::Key LabelRecord::key() const
{
    figures::LabelText text;
    text.kiosk = label.text.kiosk;
    if (label.kind == LabelKind::former) return {LabelKind::former, 0, text};
    text = label.text;
    text.event_first.clear();
    text.event_last.clear();
    return {LabelKind::own, label.number, text};
}

void LabelRecord::merge(LabelRecord const& other)
{
    // Packages of form 2 need not say who had the kiosk.
    auto const worth = [](LabelRecord const& record) {
        auto const& text = record.label.text;
        return std::tuple(!text.partner.empty() || !text.country.empty(), record.snapshot, text);
    };
    if (worth(other) > worth(*this)) {
        label.text = other.label.text;
        snapshot = other.snapshot;
    }
    label.first = earlier(label.first, other.label.first);
    label.last = std::max(label.last, other.label.last);
}

} // namespace kiosk::fleet
