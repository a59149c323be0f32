// WriterSink: passes counts of the shows to the writer, which it borrows.
#pragma once
#include "services/writer.h"
#include "show/count_sink.h"

#include <utility>

namespace kiosk::program {

class WriterSink final : public show::CountSink {
public:
    explicit WriterSink(services::Writer& writer) : writer_(writer) {}
    void commit(std::vector<Count> counts, WallTime claimed) override { writer_.commit(counts, claimed); }
    void note(std::string event, std::string detail) override { writer_.note(std::move(event), std::move(detail)); }
    bool clock_trusted() const override { return writer_.status().clock_trusted; }

private:
    services::Writer& writer_;
};

} // namespace kiosk::program
