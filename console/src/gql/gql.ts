/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment Decision_Why on ColorDecision {\n    missing\n    reasons {\n      ruleId\n      ruleVersion\n      until\n      text(language: $language)\n      evidence {\n        id\n        kind\n        source\n        at\n      }\n    }\n    nextSteps {\n      kind\n      until\n      text(language: $language)\n    }\n  }\n": typeof types.Decision_WhyFragmentDoc,
    "\n  query DivisionName($code: ID!) {\n    division(code: $code) {\n      code\n      name\n    }\n  }\n": typeof types.DivisionNameDocument,
    "\n  query WaitingDeclarations($region: ID) {\n    declarations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.WaitingDeclarationsDocument,
    "\n  query WaitingRegistrations($region: ID) {\n    registrations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.WaitingRegistrationsDocument,
    "\n  query MyAccesses($id: ID!) {\n    resident(id: $id) {\n      id\n      accesses(first: 50) {\n        at\n        action\n        role\n        agency\n        purpose\n        reason\n      }\n    }\n  }\n": typeof types.MyAccessesDocument,
    "\n    mutation MyCheckIn($input: CheckInInput!) {\n      checkIn(input: $input) {\n        id\n      }\n    }\n  ": typeof types.MyCheckInDocument,
    "\n  query MyCheckIns($id: ID!) {\n    resident(id: $id) {\n      id\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n": typeof types.MyCheckInsDocument,
    "\n  query MyReceipt($id: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        decisions(first: 1) {\n          nodes {\n            id\n            receipt\n          }\n        }\n      }\n    }\n  }\n": typeof types.MyReceiptDocument,
    "\n  mutation MyCodeText($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n": typeof types.MyCodeTextDocument,
    "\n  query MyCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        lookAgainAt\n        standing {\n          policyVersion\n          missing\n          reasons {\n            ruleId\n            until\n            text(language: $language)\n            evidence {\n              id\n              kind\n              source\n              at\n            }\n          }\n          nextSteps {\n            kind\n            remaining\n            text(language: $language)\n          }\n        }\n      }\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n": typeof types.MyCodeDocument,
    "\n  query MyDeclarations($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n    }\n  }\n": typeof types.MyDeclarationsDocument,
    "\n  query MyStays($id: ID!) {\n    resident(id: $id) {\n      id\n      stays(first: 10) {\n        nodes {\n          id\n          division\n          community\n          arrivedAt\n          leftAt\n        }\n      }\n    }\n  }\n": typeof types.MyStaysDocument,
    "\n  mutation MyEndStay($input: EndStayInput!) {\n    endStay(input: $input) {\n      id\n    }\n  }\n": typeof types.MyEndStayDocument,
    "\n  mutation MyDeclareHealth($input: DeclareHealthInput!) {\n    declareHealth(input: $input) {\n      id\n      declaredAt\n      dueAt\n    }\n  }\n": typeof types.MyDeclareHealthDocument,
    "\n  mutation MyDeclareStay($input: DeclareStayInput!) {\n    declareStay(input: $input) {\n      id\n    }\n  }\n": typeof types.MyDeclareStayDocument,
    "\n  query MyRiskAreas($division: ID!, $from: DateTime!, $to: DateTime!) {\n    before: riskAreas(division: $division, at: $from, first: 100) {\n      nodes {\n        id\n        community\n        whole\n      }\n    }\n    after: riskAreas(division: $division, at: $to, first: 100) {\n      nodes {\n        id\n        community\n        whole\n      }\n    }\n  }\n": typeof types.MyRiskAreasDocument,
    "\n  query MyDivisions($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        registers\n      }\n    }\n  }\n": typeof types.MyDivisionsDocument,
    "\n    mutation MyLeaveVenue($id: ID!) {\n      leaveVenue(visitId: $id) {\n        id\n      }\n    }\n  ": typeof types.MyLeaveVenueDocument,
    "\n    mutation MyVisitVenue($input: VisitVenueInput!) {\n      visitVenue(input: $input) {\n        id\n      }\n    }\n  ": typeof types.MyVisitVenueDocument,
    "\n    mutation MyDeclareTrip($input: DeclareTripInput!) {\n      declareTrip(input: $input) {\n        id\n      }\n    }\n  ": typeof types.MyDeclareTripDocument,
    "\n  query MyRecords($id: ID!) {\n    resident(id: $id) {\n      id\n      trips(first: 20) {\n        nodes {\n          id\n          mode\n          number\n          from {\n            country\n            division\n          }\n          to {\n            country\n            division\n          }\n          departedAt\n          arrivedAt\n        }\n      }\n      venueVisits(first: 20) {\n        nodes {\n          id\n          venueName\n          arrivedAt\n          leftAt\n        }\n      }\n      vaccinations(first: 20) {\n        nodes {\n          id\n          product\n          doseNumber\n          seriesDoses\n          vaccinatedOn\n          center\n        }\n      }\n    }\n  }\n": typeof types.MyRecordsDocument,
    "\n    mutation MyRegister($input: RegisterResidentInput!) {\n      registerResident(input: $input) {\n        id\n      }\n    }\n  ": typeof types.MyRegisterDocument,
    "\n  query MyHousehold {\n    myResidents {\n      id\n      region\n      state\n      documentType\n      maskedName\n      birthDate\n      guardianId\n      receivedAt\n      dueAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      code {\n        id\n        state\n        color\n      }\n    }\n  }\n": typeof types.MyHouseholdDocument,
    "\n  query AccountList($region: ID, $role: Role, $disabled: Boolean, $after: String) {\n    accounts(region: $region, role: $role, disabled: $disabled, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        role\n        agency\n        region\n        disabledAt\n      }\n    }\n  }\n": typeof types.AccountListDocument,
    "\n  mutation ChangeAccount($input: ChangeAccountInput!) {\n    changeAccount(input: $input) {\n      id\n      version\n    }\n  }\n": typeof types.ChangeAccountDocument,
    "\n  mutation DisableAccount($id: ID!, $version: Int!) {\n    disableAccount(id: $id, version: $version) {\n      id\n      version\n    }\n  }\n": typeof types.DisableAccountDocument,
    "\n  mutation EnableAccount($id: ID!, $version: Int!) {\n    enableAccount(id: $id, version: $version) {\n      id\n      version\n    }\n  }\n": typeof types.EnableAccountDocument,
    "\n  mutation AddAccount($input: AddAccountInput!) {\n    addAccount(input: $input) {\n      id\n    }\n  }\n": typeof types.AddAccountDocument,
    "\n  mutation AddAgency($input: AddAgencyInput!) {\n    addAgency(input: $input) {\n      id\n    }\n  }\n": typeof types.AddAgencyDocument,
    "\n  query AccountPanel($id: ID!) {\n    account(id: $id) {\n      id\n      name\n      role\n      agency\n      region\n      grants\n      rights\n      withheld\n      purposes\n      disabledAt\n      version\n      allowedActions {\n        action\n        allowed\n        reasonCode\n      }\n    }\n  }\n": typeof types.AccountPanelDocument,
    "\n  query Rights($language: Language!) {\n    rights {\n      id\n      roles\n      text(language: $language)\n    }\n  }\n": typeof types.RightsDocument,
    "\n  query Agencies {\n    agencies {\n      id\n      region\n      name\n    }\n  }\n": typeof types.AgenciesDocument,
    "\n  mutation ProposeBulkExport($input: ProposeBulkExportInput!) {\n    proposeBulkExport(input: $input) {\n      id\n    }\n  }\n": typeof types.ProposeBulkExportDocument,
    "\n  mutation ProposeKeyWithdrawal($input: ProposeKeyWithdrawalInput!) {\n    proposeKeyWithdrawal(input: $input) {\n      id\n    }\n  }\n": typeof types.ProposeKeyWithdrawalDocument,
    "\n  query SigningKeys($region: ID!) {\n    signingKeys(region: $region) {\n      kid\n      region\n      use\n      notBefore\n      notAfter\n      withdrawn\n    }\n  }\n": typeof types.SigningKeysDocument,
    "\n  mutation ApproveResidentsProposal($id: ID!) {\n    approveResidentsProposal(id: $id) {\n      id\n    }\n  }\n": typeof types.ApproveResidentsProposalDocument,
    "\n  mutation RefuseResidentsProposal($input: RefuseProposalInput!) {\n    refuseResidentsProposal(input: $input) {\n      id\n    }\n  }\n": typeof types.RefuseResidentsProposalDocument,
    "\n  mutation TakeBackResidentsProposal($id: ID!) {\n    takeBackResidentsProposal(id: $id) {\n      id\n    }\n  }\n": typeof types.TakeBackResidentsProposalDocument,
    "\n  mutation ApproveCodesProposal($id: ID!) {\n    approveCodesProposal(id: $id) {\n      id\n    }\n  }\n": typeof types.ApproveCodesProposalDocument,
    "\n  mutation RefuseCodesProposal($input: RefuseProposalInput!) {\n    refuseCodesProposal(input: $input) {\n      id\n    }\n  }\n": typeof types.RefuseCodesProposalDocument,
    "\n  mutation TakeBackCodesProposal($id: ID!) {\n    takeBackCodesProposal(id: $id) {\n      id\n    }\n  }\n": typeof types.TakeBackCodesProposalDocument,
    "\n  mutation ApproveTravelProposal($id: ID!) {\n    approveTravelProposal(id: $id) {\n      id\n    }\n  }\n": typeof types.ApproveTravelProposalDocument,
    "\n  mutation RefuseTravelProposal($input: RefuseProposalInput!) {\n    refuseTravelProposal(input: $input) {\n      id\n    }\n  }\n": typeof types.RefuseTravelProposalDocument,
    "\n  mutation TakeBackTravelProposal($id: ID!) {\n    takeBackTravelProposal(id: $id) {\n      id\n    }\n  }\n": typeof types.TakeBackTravelProposalDocument,
    "\n  query ExportedPage($proposal: ID!, $after: String) {\n    exportedResidents(proposal: $proposal, first: 100, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        name\n        documentNumber\n        phone\n        resident {\n          id\n          documentType\n          birthDate\n          division {\n            code\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.ExportedPageDocument,
    "\n  fragment Proposal_Row on Proposal {\n    id\n    region\n    kind\n    about\n    reason\n    dryRun {\n      name\n      count\n    }\n    proposedBy {\n      subject\n      agency\n    }\n    proposedAt\n    expiresAt\n    state\n    decidedBy {\n      subject\n      agency\n    }\n    decidedAt\n    decideReason\n    allowedActions {\n      action\n      allowed\n      reasonCode\n    }\n  }\n": typeof types.Proposal_RowFragmentDoc,
    "\n  query ResidentsProposals($region: ID, $state: ProposalState) {\n    residentsProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n": typeof types.ResidentsProposalsDocument,
    "\n  query TravelProposals($region: ID, $state: ProposalState) {\n    travelProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n": typeof types.TravelProposalsDocument,
    "\n  query CodesProposals($region: ID, $state: ProposalState) {\n    codesProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n": typeof types.CodesProposalsDocument,
    "\n  query AuditPage($region: ID!, $filter: AuditFilterInput, $after: String) {\n    auditEntries(region: $region, filter: $filter, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Audit_Entry\n        sequence\n      }\n    }\n  }\n": typeof types.AuditPageDocument,
    "\n  fragment Audit_Entry on AuditEntry {\n    sequence\n    at\n    action\n    hash\n    subject\n    role\n    agency\n    purpose\n    residentId\n    objectId\n    reason\n    details {\n      name\n      value\n    }\n  }\n": typeof types.Audit_EntryFragmentDoc,
    "\n  query VerifyChain($region: ID!, $from: Int!) {\n    auditVerification(region: $region, from: $from) {\n      verifiedTo\n      entries\n      total\n      done\n      fault {\n        fault\n        sequence\n        checkpoint\n      }\n    }\n  }\n": typeof types.VerifyChainDocument,
    "\n  fragment CaseTable_Case on Case {\n    id\n    kind\n    since\n    until\n    lastCheckInOn\n    resident {\n      id\n      maskedName\n    }\n  }\n": typeof types.CaseTable_CaseFragmentDoc,
    "\n  query CasesPage($region: ID, $kind: CaseKind, $due: CaseDue, $after: String) {\n    cases(region: $region, kind: $kind, due: $due, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...CaseTable_Case\n      }\n    }\n  }\n": typeof types.CasesPageDocument,
    "\n        mutation OrderIsolation($input: OrderIsolationInput!) {\n          orderIsolation(input: $input) {\n            id\n          }\n        }\n      ": typeof types.OrderIsolationDocument,
    "\n        mutation ExtendIsolation($input: ExtendIsolationInput!) {\n          extendIsolation(input: $input) {\n            id\n          }\n        }\n      ": typeof types.ExtendIsolationDocument,
    "\n        mutation ReleaseIsolation($orderId: ID!) {\n          releaseIsolation(orderId: $orderId) {\n            id\n          }\n        }\n      ": typeof types.ReleaseIsolationDocument,
    "\n        mutation NoticeContact($input: NoticeContactInput!) {\n          noticeContact(input: $input) {\n            id\n          }\n        }\n      ": typeof types.NoticeContactDocument,
    "\n        mutation WithdrawContactNotice($input: WithdrawContactNoticeInput!) {\n          withdrawContactNotice(input: $input) {\n            id\n          }\n        }\n      ": typeof types.WithdrawContactNoticeDocument,
    "\n  query CaseRecord($id: ID!) {\n    resident(id: $id) {\n      id\n      tests(first: 20) {\n        nodes {\n          id\n          sampleCollectedAt\n          result\n          method\n          supersededBy\n        }\n      }\n      isolationOrders(first: 20) {\n        nodes {\n          id\n          place\n          from\n          until\n          releasedAt\n          allowedActions {\n            action\n            allowed\n            reasonCode\n          }\n        }\n      }\n      contactNotices(first: 20) {\n        nodes {\n          id\n          lastContactAt\n          noticedAt\n          withdrawnAt\n          allowedActions {\n            action\n            allowed\n            reasonCode\n          }\n        }\n      }\n    }\n  }\n": typeof types.CaseRecordDocument,
    "\n    mutation DeclareAtDesk($input: DeclareHealthInput!) {\n      declareHealth(input: $input) {\n        id\n        declaredAt\n        dueAt\n        state\n        reviewReason\n      }\n    }\n  ": typeof types.DeclareAtDeskDocument,
    "\n  query DivisionsBelow($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        level\n      }\n    }\n  }\n": typeof types.DivisionsBelowDocument,
    "\n    mutation IssuePaper($input: IssueCodeInput!, $language: Language!) {\n      issueCode(input: $input) {\n        svg\n        pdf(language: $language)\n        issuedAt\n        expiresAt\n      }\n    }\n  ": typeof types.IssuePaperDocument,
    "\n  query FindPerson($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      id\n      region\n      state\n      maskedName\n      birthDate\n      consents {\n        id\n        method\n        recordedAt\n      }\n      code {\n        state\n        color\n      }\n    }\n  }\n": typeof types.FindPersonDocument,
    "\n  mutation RegisterAtDesk($input: RegisterResidentInput!) {\n    registerResident(input: $input) {\n      id\n      maskedName\n    }\n  }\n": typeof types.RegisterAtDeskDocument,
    "\n  query DeskPerson($id: ID!, $declaration: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        state\n        color\n      }\n    }\n    declaration(id: $declaration) {\n      id\n      declaredAt\n      dueAt\n      state\n      reviewReason\n    }\n  }\n": typeof types.DeskPersonDocument,
    "\n  query PolicyFaults($input: PolicyInput!) {\n    policyFaults(input: $input) {\n      kind\n      path\n      message\n    }\n  }\n": typeof types.PolicyFaultsDocument,
    "\n  mutation ProposePolicy($input: ProposePolicyInput!) {\n    proposePolicy(input: $input) {\n      id\n    }\n  }\n": typeof types.ProposePolicyDocument,
    "\n  mutation WithdrawPolicy($input: WithdrawPolicyInput!) {\n    withdrawPolicy(input: $input) {\n      id\n    }\n  }\n": typeof types.WithdrawPolicyDocument,
    "\n  fragment Policy_Rule on PolicyRule {\n    id\n    version\n    color\n    zhHans: text(language: ZH_HANS)\n    zhHant: text(language: ZH_HANT)\n    en: text(language: EN)\n    condition {\n      kind\n      days\n      level\n      place\n      terms\n    }\n    exit {\n      kind\n      n\n      unit\n      count\n      hoursApart\n      fromDay\n      of {\n        kind\n        n\n        unit\n        count\n        hoursApart\n        fromDay\n        of {\n          kind\n          n\n          unit\n          count\n          hoursApart\n          fromDay\n          of {\n            kind\n            n\n            unit\n            count\n            hoursApart\n            fromDay\n          }\n        }\n      }\n    }\n  }\n": typeof types.Policy_RuleFragmentDoc,
    "\n  query Policies($region: ID!, $after: String) {\n    policies(region: $region, first: 10, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        region\n        version\n        state\n        validFrom\n        validTo\n        statusMaxAgeMinutes\n        publishedAt\n        withdrawnAt\n        rules {\n          ...Policy_Rule\n        }\n      }\n    }\n  }\n": typeof types.PoliciesDocument,
    "\n  query PolicyEditions($language: Language!) {\n    nationalPolicies {\n      id\n      name(language: $language)\n      validFromOn\n      source\n      rules {\n        ...Policy_Rule\n      }\n    }\n  }\n": typeof types.PolicyEditionsDocument,
    "\n  query RecognizeCode($input: RecognizeCodeInput!, $language: Language!) {\n    recognizeCode(input: $input) {\n      pass\n      outcome\n      tokenStatus\n      issuer {\n        id\n        name(language: $language)\n      }\n      presentedIn {\n        id\n        name(language: $language)\n      }\n      issuedColor\n      color\n      reasons {\n        ruleId\n        version\n        outcome\n        text(language: $language)\n      }\n      holder {\n        maskedName\n        birthMonthDay\n      }\n      validUntil\n      basis {\n        mode\n        trustListVersion\n        policyVersion\n        agreementVersion\n        statusAsOf\n      }\n      paper\n      specimen\n      receipt\n    }\n  }\n": typeof types.RecognizeCodeDocument,
    "\n  fragment Found_Resident on Resident {\n    id\n    maskedName\n    birthDate\n    state\n    documentType\n    division {\n      code\n      name\n    }\n  }\n": typeof types.Found_ResidentFragmentDoc,
    "\n  query ResidentSearchPage($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      ...Found_Resident\n      code {\n        state\n        color\n      }\n    }\n  }\n": typeof types.ResidentSearchPageDocument,
    "\n  query ResidentSearchWithoutCodes($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      ...Found_Resident\n    }\n  }\n": typeof types.ResidentSearchWithoutCodesDocument,
    "\n  mutation RevealDialog($input: RevealResidentInput!) {\n    revealResident(input: $input) {\n      name\n      documentNumber\n      phone\n    }\n  }\n": typeof types.RevealDialogDocument,
    "\n  mutation ShowCode($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n": typeof types.ShowCodeDocument,
    "\n  query HealthRecordOpen($id: ID!) {\n    resident(id: $id) {\n      id\n      healthRecordOpenUntil\n    }\n  }\n": typeof types.HealthRecordOpenDocument,
    "\n  mutation OpenHealthRecord($input: OpenHealthRecordInput!) {\n    openHealthRecord(input: $input) {\n      until\n    }\n  }\n": typeof types.OpenHealthRecordDocument,
    "\n  query ResidentPage($id: ID!) {\n    resident(id: $id) {\n      id\n      maskedName\n      region\n      state\n      documentType\n      birthDate\n      guardianId\n      receivedAt\n      reviewedAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      consents {\n        id\n        method\n        recordedAt\n      }\n      allowedActions {\n        action\n        allowed\n        reasonCode\n      }\n    }\n  }\n": typeof types.ResidentPageDocument,
    "\n  query ResidentCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        decisions(first: 50) {\n          nodes {\n            ...Decision_Why\n            id\n            fromState\n            fromColor\n            toState\n            toColor\n            decidedAt\n            policyVersion\n            reasons {\n              ruleId\n              ruleVersion\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.ResidentCodeDocument,
    "\n  query ResidentHealth($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 50) {\n        nodes {\n          id\n          symptoms\n          temperature\n          contactWithCase\n          atDesk\n          declaredAt\n          state\n          reviewReason\n        }\n      }\n      tests(first: 50) {\n        nodes {\n          id\n          sampleCollectedAt\n          result\n          method\n          laboratory\n        }\n      }\n      checkIns(first: 50) {\n        nodes {\n          id\n          at\n          symptoms\n          temperature\n        }\n      }\n      isolationOrders(first: 50) {\n        nodes {\n          id\n          place\n          from\n          until\n          releasedAt\n        }\n      }\n      vaccinations(first: 50) {\n        nodes {\n          id\n          product\n          doseNumber\n          seriesDoses\n          vaccinatedOn\n          center\n        }\n      }\n      contactNotices(first: 50) {\n        nodes {\n          id\n          lastContactAt\n          noticedAt\n          withdrawnAt\n        }\n      }\n    }\n  }\n": typeof types.ResidentHealthDocument,
    "\n  query ResidentTravel($id: ID!) {\n    resident(id: $id) {\n      id\n      stays(first: 50) {\n        nodes {\n          id\n          division\n          community\n          arrivedAt\n          leftAt\n        }\n      }\n      trips(first: 50) {\n        nodes {\n          id\n          mode\n          number\n          from {\n            country\n            division\n          }\n          to {\n            country\n            division\n          }\n          departedAt\n          arrivedAt\n        }\n      }\n    }\n  }\n": typeof types.ResidentTravelDocument,
    "\n  query DeclarationFacts($id: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        state\n        color\n      }\n      latestTest {\n        id\n        sampleCollectedAt\n        result\n        method\n        laboratory\n      }\n      recentStays {\n        id\n        division\n        arrivedAt\n        leftAt\n      }\n    }\n  }\n": typeof types.DeclarationFactsDocument,
    "\n  query DeclarationsPage(\n    $region: ID\n    $state: DeclarationState!\n    $attention: Boolean\n    $after: String\n  ) {\n    declarations(region: $region, state: $state, attention: $attention, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Declaration_Row\n      }\n    }\n  }\n": typeof types.DeclarationsPageDocument,
    "\n  mutation ReviewDeclaration($input: ReviewDeclarationInput!) {\n    reviewDeclaration(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.ReviewDeclarationDocument,
    "\n  query RegistrationsPage(\n    $region: ID\n    $state: RegistrationState!\n    $documentType: DocumentType\n    $after: String\n  ) {\n    registrations(\n      region: $region\n      state: $state\n      documentType: $documentType\n      first: 50\n      after: $after\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Registration_Row\n      }\n    }\n  }\n": typeof types.RegistrationsPageDocument,
    "\n  mutation ReviewRegistration($input: ReviewRegistrationInput!) {\n    reviewRegistration(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.ReviewRegistrationDocument,
    "\n  fragment Declaration_Row on Declaration {\n    id\n    symptoms\n    temperature\n    contactWithCase\n    atDesk\n    declaredAt\n    dueAt\n    state\n    reviewedAt\n    reviewReason\n    resident {\n      id\n      maskedName\n      birthDate\n      documentType\n      division {\n        code\n        name\n      }\n    }\n  }\n": typeof types.Declaration_RowFragmentDoc,
    "\n  fragment Registration_Row on Resident {\n    id\n    maskedName\n    birthDate\n    documentType\n    guardianId\n    duplicates\n    receivedAt\n    dueAt\n    state\n    reviewedAt\n    reviewReason\n    division {\n      code\n      name\n    }\n  }\n": typeof types.Registration_RowFragmentDoc,
    "\n  query AreaList($level: RiskLevel, $division: ID, $at: DateTime, $after: String) {\n    riskAreas(level: $level, division: $division, at: $at, first: 50, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        level\n        division\n        whole\n        province\n        city\n        county\n        community\n        validFrom\n        validTo\n      }\n    }\n  }\n": typeof types.AreaListDocument,
    "\n  query BulletinList($after: String) {\n    bulletins(first: 20, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        publishedAt\n        importedAt\n        importedBy\n        state\n        acceptedAt\n        counts {\n          high\n          medium\n          low\n        }\n        lifted\n        raised\n        holds\n        unresolved {\n          name\n          division\n          areas\n        }\n        proposalId\n        progress {\n          done\n          total\n          exposures\n          ended\n        }\n      }\n    }\n  }\n": typeof types.BulletinListDocument,
    "\n  mutation ImportBulletin($input: ImportBulletinInput!) {\n    importBulletin(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.ImportBulletinDocument,
    "\n  query SetAsidePage($region: ID!, $after: String) {\n    setAsideEvents(region: $region, first: 50, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        region\n        producer\n        kind\n        fault\n        state\n        times\n        setAsideAt\n      }\n    }\n  }\n": typeof types.SetAsidePageDocument,
    "\n    mutation RetryEvent($input: SetAsideEventInput!) {\n      retryEvent(input: $input) {\n        id\n      }\n    }\n  ": typeof types.RetryEventDocument,
    "\n    mutation DropEvent($input: SetAsideEventInput!) {\n      dropEvent(input: $input) {\n        id\n      }\n    }\n  ": typeof types.DropEventDocument,
    "\n  query ReevaluationList($region: ID!) {\n    reevaluations(region: $region, first: 10) {\n      nodes {\n        id\n        reason\n        state\n        dueAt\n        total\n        done\n        changed\n        failed\n        endedAt\n      }\n    }\n  }\n": typeof types.ReevaluationListDocument,
    "\n  query StatisticsBoard($region: ID!, $from: Date!, $to: Date!) {\n    statistics(region: $region, from: $from, to: $to) {\n      region\n      asOf\n      standings {\n        state\n        color\n        count\n      }\n      reasons {\n        reasonClass\n        count\n      }\n      days {\n        day\n        declared\n        reviewed\n        turnedGreen\n        turnedYellow\n        turnedRed\n      }\n    }\n  }\n": typeof types.StatisticsBoardDocument,
    "\n  mutation SubmitTestResults($input: SubmitTestResultsInput!) {\n    submitTestResults(input: $input) {\n      id\n      rows {\n        line\n        status\n        field\n        fault\n      }\n    }\n  }\n": typeof types.SubmitTestResultsDocument,
    "\n  query VenueCode($venueId: ID!) {\n    venueCode(venueId: $venueId) {\n      svg\n      rotatesAt\n    }\n  }\n": typeof types.VenueCodeDocument,
    "\n  query VenueOutbreaks($venueId: ID!, $after: String) {\n    outbreaks(venueId: $venueId, first: 10, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        from\n        until\n        reason\n        declaredAt\n        withdrawnAt\n        withdrawReason\n        contacts\n        allowedActions {\n          action\n          allowed\n          reasonCode\n        }\n      }\n    }\n  }\n": typeof types.VenueOutbreaksDocument,
    "\n  query VenuesPage($region: ID, $after: String) {\n    venues(region: $region, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        division\n        addedAt\n      }\n    }\n  }\n": typeof types.VenuesPageDocument,
    "\n        mutation AddVenue($input: AddVenueInput!) {\n          addVenue(input: $input) {\n            id\n          }\n        }\n      ": typeof types.AddVenueDocument,
    "\n        mutation DeclareOutbreak($input: DeclareOutbreakInput!) {\n          declareOutbreak(input: $input) {\n            id\n          }\n        }\n      ": typeof types.DeclareOutbreakDocument,
    "\n        mutation WithdrawOutbreak($input: WithdrawOutbreakInput!) {\n          withdrawOutbreak(input: $input) {\n            id\n          }\n        }\n      ": typeof types.WithdrawOutbreakDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      role\n      agency\n      scopes\n      purposes\n      grants {\n        code\n        name\n        level\n      }\n      regions {\n        code\n        name\n        level\n      }\n    }\n  }\n": typeof types.ViewerDocument,
};
const documents: Documents = {
    "\n  fragment Decision_Why on ColorDecision {\n    missing\n    reasons {\n      ruleId\n      ruleVersion\n      until\n      text(language: $language)\n      evidence {\n        id\n        kind\n        source\n        at\n      }\n    }\n    nextSteps {\n      kind\n      until\n      text(language: $language)\n    }\n  }\n": types.Decision_WhyFragmentDoc,
    "\n  query DivisionName($code: ID!) {\n    division(code: $code) {\n      code\n      name\n    }\n  }\n": types.DivisionNameDocument,
    "\n  query WaitingDeclarations($region: ID) {\n    declarations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n": types.WaitingDeclarationsDocument,
    "\n  query WaitingRegistrations($region: ID) {\n    registrations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n": types.WaitingRegistrationsDocument,
    "\n  query MyAccesses($id: ID!) {\n    resident(id: $id) {\n      id\n      accesses(first: 50) {\n        at\n        action\n        role\n        agency\n        purpose\n        reason\n      }\n    }\n  }\n": types.MyAccessesDocument,
    "\n    mutation MyCheckIn($input: CheckInInput!) {\n      checkIn(input: $input) {\n        id\n      }\n    }\n  ": types.MyCheckInDocument,
    "\n  query MyCheckIns($id: ID!) {\n    resident(id: $id) {\n      id\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n": types.MyCheckInsDocument,
    "\n  query MyReceipt($id: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        decisions(first: 1) {\n          nodes {\n            id\n            receipt\n          }\n        }\n      }\n    }\n  }\n": types.MyReceiptDocument,
    "\n  mutation MyCodeText($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n": types.MyCodeTextDocument,
    "\n  query MyCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        lookAgainAt\n        standing {\n          policyVersion\n          missing\n          reasons {\n            ruleId\n            until\n            text(language: $language)\n            evidence {\n              id\n              kind\n              source\n              at\n            }\n          }\n          nextSteps {\n            kind\n            remaining\n            text(language: $language)\n          }\n        }\n      }\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n": types.MyCodeDocument,
    "\n  query MyDeclarations($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n    }\n  }\n": types.MyDeclarationsDocument,
    "\n  query MyStays($id: ID!) {\n    resident(id: $id) {\n      id\n      stays(first: 10) {\n        nodes {\n          id\n          division\n          community\n          arrivedAt\n          leftAt\n        }\n      }\n    }\n  }\n": types.MyStaysDocument,
    "\n  mutation MyEndStay($input: EndStayInput!) {\n    endStay(input: $input) {\n      id\n    }\n  }\n": types.MyEndStayDocument,
    "\n  mutation MyDeclareHealth($input: DeclareHealthInput!) {\n    declareHealth(input: $input) {\n      id\n      declaredAt\n      dueAt\n    }\n  }\n": types.MyDeclareHealthDocument,
    "\n  mutation MyDeclareStay($input: DeclareStayInput!) {\n    declareStay(input: $input) {\n      id\n    }\n  }\n": types.MyDeclareStayDocument,
    "\n  query MyRiskAreas($division: ID!, $from: DateTime!, $to: DateTime!) {\n    before: riskAreas(division: $division, at: $from, first: 100) {\n      nodes {\n        id\n        community\n        whole\n      }\n    }\n    after: riskAreas(division: $division, at: $to, first: 100) {\n      nodes {\n        id\n        community\n        whole\n      }\n    }\n  }\n": types.MyRiskAreasDocument,
    "\n  query MyDivisions($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        registers\n      }\n    }\n  }\n": types.MyDivisionsDocument,
    "\n    mutation MyLeaveVenue($id: ID!) {\n      leaveVenue(visitId: $id) {\n        id\n      }\n    }\n  ": types.MyLeaveVenueDocument,
    "\n    mutation MyVisitVenue($input: VisitVenueInput!) {\n      visitVenue(input: $input) {\n        id\n      }\n    }\n  ": types.MyVisitVenueDocument,
    "\n    mutation MyDeclareTrip($input: DeclareTripInput!) {\n      declareTrip(input: $input) {\n        id\n      }\n    }\n  ": types.MyDeclareTripDocument,
    "\n  query MyRecords($id: ID!) {\n    resident(id: $id) {\n      id\n      trips(first: 20) {\n        nodes {\n          id\n          mode\n          number\n          from {\n            country\n            division\n          }\n          to {\n            country\n            division\n          }\n          departedAt\n          arrivedAt\n        }\n      }\n      venueVisits(first: 20) {\n        nodes {\n          id\n          venueName\n          arrivedAt\n          leftAt\n        }\n      }\n      vaccinations(first: 20) {\n        nodes {\n          id\n          product\n          doseNumber\n          seriesDoses\n          vaccinatedOn\n          center\n        }\n      }\n    }\n  }\n": types.MyRecordsDocument,
    "\n    mutation MyRegister($input: RegisterResidentInput!) {\n      registerResident(input: $input) {\n        id\n      }\n    }\n  ": types.MyRegisterDocument,
    "\n  query MyHousehold {\n    myResidents {\n      id\n      region\n      state\n      documentType\n      maskedName\n      birthDate\n      guardianId\n      receivedAt\n      dueAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      code {\n        id\n        state\n        color\n      }\n    }\n  }\n": types.MyHouseholdDocument,
    "\n  query AccountList($region: ID, $role: Role, $disabled: Boolean, $after: String) {\n    accounts(region: $region, role: $role, disabled: $disabled, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        role\n        agency\n        region\n        disabledAt\n      }\n    }\n  }\n": types.AccountListDocument,
    "\n  mutation ChangeAccount($input: ChangeAccountInput!) {\n    changeAccount(input: $input) {\n      id\n      version\n    }\n  }\n": types.ChangeAccountDocument,
    "\n  mutation DisableAccount($id: ID!, $version: Int!) {\n    disableAccount(id: $id, version: $version) {\n      id\n      version\n    }\n  }\n": types.DisableAccountDocument,
    "\n  mutation EnableAccount($id: ID!, $version: Int!) {\n    enableAccount(id: $id, version: $version) {\n      id\n      version\n    }\n  }\n": types.EnableAccountDocument,
    "\n  mutation AddAccount($input: AddAccountInput!) {\n    addAccount(input: $input) {\n      id\n    }\n  }\n": types.AddAccountDocument,
    "\n  mutation AddAgency($input: AddAgencyInput!) {\n    addAgency(input: $input) {\n      id\n    }\n  }\n": types.AddAgencyDocument,
    "\n  query AccountPanel($id: ID!) {\n    account(id: $id) {\n      id\n      name\n      role\n      agency\n      region\n      grants\n      rights\n      withheld\n      purposes\n      disabledAt\n      version\n      allowedActions {\n        action\n        allowed\n        reasonCode\n      }\n    }\n  }\n": types.AccountPanelDocument,
    "\n  query Rights($language: Language!) {\n    rights {\n      id\n      roles\n      text(language: $language)\n    }\n  }\n": types.RightsDocument,
    "\n  query Agencies {\n    agencies {\n      id\n      region\n      name\n    }\n  }\n": types.AgenciesDocument,
    "\n  mutation ProposeBulkExport($input: ProposeBulkExportInput!) {\n    proposeBulkExport(input: $input) {\n      id\n    }\n  }\n": types.ProposeBulkExportDocument,
    "\n  mutation ProposeKeyWithdrawal($input: ProposeKeyWithdrawalInput!) {\n    proposeKeyWithdrawal(input: $input) {\n      id\n    }\n  }\n": types.ProposeKeyWithdrawalDocument,
    "\n  query SigningKeys($region: ID!) {\n    signingKeys(region: $region) {\n      kid\n      region\n      use\n      notBefore\n      notAfter\n      withdrawn\n    }\n  }\n": types.SigningKeysDocument,
    "\n  mutation ApproveResidentsProposal($id: ID!) {\n    approveResidentsProposal(id: $id) {\n      id\n    }\n  }\n": types.ApproveResidentsProposalDocument,
    "\n  mutation RefuseResidentsProposal($input: RefuseProposalInput!) {\n    refuseResidentsProposal(input: $input) {\n      id\n    }\n  }\n": types.RefuseResidentsProposalDocument,
    "\n  mutation TakeBackResidentsProposal($id: ID!) {\n    takeBackResidentsProposal(id: $id) {\n      id\n    }\n  }\n": types.TakeBackResidentsProposalDocument,
    "\n  mutation ApproveCodesProposal($id: ID!) {\n    approveCodesProposal(id: $id) {\n      id\n    }\n  }\n": types.ApproveCodesProposalDocument,
    "\n  mutation RefuseCodesProposal($input: RefuseProposalInput!) {\n    refuseCodesProposal(input: $input) {\n      id\n    }\n  }\n": types.RefuseCodesProposalDocument,
    "\n  mutation TakeBackCodesProposal($id: ID!) {\n    takeBackCodesProposal(id: $id) {\n      id\n    }\n  }\n": types.TakeBackCodesProposalDocument,
    "\n  mutation ApproveTravelProposal($id: ID!) {\n    approveTravelProposal(id: $id) {\n      id\n    }\n  }\n": types.ApproveTravelProposalDocument,
    "\n  mutation RefuseTravelProposal($input: RefuseProposalInput!) {\n    refuseTravelProposal(input: $input) {\n      id\n    }\n  }\n": types.RefuseTravelProposalDocument,
    "\n  mutation TakeBackTravelProposal($id: ID!) {\n    takeBackTravelProposal(id: $id) {\n      id\n    }\n  }\n": types.TakeBackTravelProposalDocument,
    "\n  query ExportedPage($proposal: ID!, $after: String) {\n    exportedResidents(proposal: $proposal, first: 100, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        name\n        documentNumber\n        phone\n        resident {\n          id\n          documentType\n          birthDate\n          division {\n            code\n            name\n          }\n        }\n      }\n    }\n  }\n": types.ExportedPageDocument,
    "\n  fragment Proposal_Row on Proposal {\n    id\n    region\n    kind\n    about\n    reason\n    dryRun {\n      name\n      count\n    }\n    proposedBy {\n      subject\n      agency\n    }\n    proposedAt\n    expiresAt\n    state\n    decidedBy {\n      subject\n      agency\n    }\n    decidedAt\n    decideReason\n    allowedActions {\n      action\n      allowed\n      reasonCode\n    }\n  }\n": types.Proposal_RowFragmentDoc,
    "\n  query ResidentsProposals($region: ID, $state: ProposalState) {\n    residentsProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n": types.ResidentsProposalsDocument,
    "\n  query TravelProposals($region: ID, $state: ProposalState) {\n    travelProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n": types.TravelProposalsDocument,
    "\n  query CodesProposals($region: ID, $state: ProposalState) {\n    codesProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n": types.CodesProposalsDocument,
    "\n  query AuditPage($region: ID!, $filter: AuditFilterInput, $after: String) {\n    auditEntries(region: $region, filter: $filter, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Audit_Entry\n        sequence\n      }\n    }\n  }\n": types.AuditPageDocument,
    "\n  fragment Audit_Entry on AuditEntry {\n    sequence\n    at\n    action\n    hash\n    subject\n    role\n    agency\n    purpose\n    residentId\n    objectId\n    reason\n    details {\n      name\n      value\n    }\n  }\n": types.Audit_EntryFragmentDoc,
    "\n  query VerifyChain($region: ID!, $from: Int!) {\n    auditVerification(region: $region, from: $from) {\n      verifiedTo\n      entries\n      total\n      done\n      fault {\n        fault\n        sequence\n        checkpoint\n      }\n    }\n  }\n": types.VerifyChainDocument,
    "\n  fragment CaseTable_Case on Case {\n    id\n    kind\n    since\n    until\n    lastCheckInOn\n    resident {\n      id\n      maskedName\n    }\n  }\n": types.CaseTable_CaseFragmentDoc,
    "\n  query CasesPage($region: ID, $kind: CaseKind, $due: CaseDue, $after: String) {\n    cases(region: $region, kind: $kind, due: $due, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...CaseTable_Case\n      }\n    }\n  }\n": types.CasesPageDocument,
    "\n        mutation OrderIsolation($input: OrderIsolationInput!) {\n          orderIsolation(input: $input) {\n            id\n          }\n        }\n      ": types.OrderIsolationDocument,
    "\n        mutation ExtendIsolation($input: ExtendIsolationInput!) {\n          extendIsolation(input: $input) {\n            id\n          }\n        }\n      ": types.ExtendIsolationDocument,
    "\n        mutation ReleaseIsolation($orderId: ID!) {\n          releaseIsolation(orderId: $orderId) {\n            id\n          }\n        }\n      ": types.ReleaseIsolationDocument,
    "\n        mutation NoticeContact($input: NoticeContactInput!) {\n          noticeContact(input: $input) {\n            id\n          }\n        }\n      ": types.NoticeContactDocument,
    "\n        mutation WithdrawContactNotice($input: WithdrawContactNoticeInput!) {\n          withdrawContactNotice(input: $input) {\n            id\n          }\n        }\n      ": types.WithdrawContactNoticeDocument,
    "\n  query CaseRecord($id: ID!) {\n    resident(id: $id) {\n      id\n      tests(first: 20) {\n        nodes {\n          id\n          sampleCollectedAt\n          result\n          method\n          supersededBy\n        }\n      }\n      isolationOrders(first: 20) {\n        nodes {\n          id\n          place\n          from\n          until\n          releasedAt\n          allowedActions {\n            action\n            allowed\n            reasonCode\n          }\n        }\n      }\n      contactNotices(first: 20) {\n        nodes {\n          id\n          lastContactAt\n          noticedAt\n          withdrawnAt\n          allowedActions {\n            action\n            allowed\n            reasonCode\n          }\n        }\n      }\n    }\n  }\n": types.CaseRecordDocument,
    "\n    mutation DeclareAtDesk($input: DeclareHealthInput!) {\n      declareHealth(input: $input) {\n        id\n        declaredAt\n        dueAt\n        state\n        reviewReason\n      }\n    }\n  ": types.DeclareAtDeskDocument,
    "\n  query DivisionsBelow($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        level\n      }\n    }\n  }\n": types.DivisionsBelowDocument,
    "\n    mutation IssuePaper($input: IssueCodeInput!, $language: Language!) {\n      issueCode(input: $input) {\n        svg\n        pdf(language: $language)\n        issuedAt\n        expiresAt\n      }\n    }\n  ": types.IssuePaperDocument,
    "\n  query FindPerson($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      id\n      region\n      state\n      maskedName\n      birthDate\n      consents {\n        id\n        method\n        recordedAt\n      }\n      code {\n        state\n        color\n      }\n    }\n  }\n": types.FindPersonDocument,
    "\n  mutation RegisterAtDesk($input: RegisterResidentInput!) {\n    registerResident(input: $input) {\n      id\n      maskedName\n    }\n  }\n": types.RegisterAtDeskDocument,
    "\n  query DeskPerson($id: ID!, $declaration: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        state\n        color\n      }\n    }\n    declaration(id: $declaration) {\n      id\n      declaredAt\n      dueAt\n      state\n      reviewReason\n    }\n  }\n": types.DeskPersonDocument,
    "\n  query PolicyFaults($input: PolicyInput!) {\n    policyFaults(input: $input) {\n      kind\n      path\n      message\n    }\n  }\n": types.PolicyFaultsDocument,
    "\n  mutation ProposePolicy($input: ProposePolicyInput!) {\n    proposePolicy(input: $input) {\n      id\n    }\n  }\n": types.ProposePolicyDocument,
    "\n  mutation WithdrawPolicy($input: WithdrawPolicyInput!) {\n    withdrawPolicy(input: $input) {\n      id\n    }\n  }\n": types.WithdrawPolicyDocument,
    "\n  fragment Policy_Rule on PolicyRule {\n    id\n    version\n    color\n    zhHans: text(language: ZH_HANS)\n    zhHant: text(language: ZH_HANT)\n    en: text(language: EN)\n    condition {\n      kind\n      days\n      level\n      place\n      terms\n    }\n    exit {\n      kind\n      n\n      unit\n      count\n      hoursApart\n      fromDay\n      of {\n        kind\n        n\n        unit\n        count\n        hoursApart\n        fromDay\n        of {\n          kind\n          n\n          unit\n          count\n          hoursApart\n          fromDay\n          of {\n            kind\n            n\n            unit\n            count\n            hoursApart\n            fromDay\n          }\n        }\n      }\n    }\n  }\n": types.Policy_RuleFragmentDoc,
    "\n  query Policies($region: ID!, $after: String) {\n    policies(region: $region, first: 10, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        region\n        version\n        state\n        validFrom\n        validTo\n        statusMaxAgeMinutes\n        publishedAt\n        withdrawnAt\n        rules {\n          ...Policy_Rule\n        }\n      }\n    }\n  }\n": types.PoliciesDocument,
    "\n  query PolicyEditions($language: Language!) {\n    nationalPolicies {\n      id\n      name(language: $language)\n      validFromOn\n      source\n      rules {\n        ...Policy_Rule\n      }\n    }\n  }\n": types.PolicyEditionsDocument,
    "\n  query RecognizeCode($input: RecognizeCodeInput!, $language: Language!) {\n    recognizeCode(input: $input) {\n      pass\n      outcome\n      tokenStatus\n      issuer {\n        id\n        name(language: $language)\n      }\n      presentedIn {\n        id\n        name(language: $language)\n      }\n      issuedColor\n      color\n      reasons {\n        ruleId\n        version\n        outcome\n        text(language: $language)\n      }\n      holder {\n        maskedName\n        birthMonthDay\n      }\n      validUntil\n      basis {\n        mode\n        trustListVersion\n        policyVersion\n        agreementVersion\n        statusAsOf\n      }\n      paper\n      specimen\n      receipt\n    }\n  }\n": types.RecognizeCodeDocument,
    "\n  fragment Found_Resident on Resident {\n    id\n    maskedName\n    birthDate\n    state\n    documentType\n    division {\n      code\n      name\n    }\n  }\n": types.Found_ResidentFragmentDoc,
    "\n  query ResidentSearchPage($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      ...Found_Resident\n      code {\n        state\n        color\n      }\n    }\n  }\n": types.ResidentSearchPageDocument,
    "\n  query ResidentSearchWithoutCodes($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      ...Found_Resident\n    }\n  }\n": types.ResidentSearchWithoutCodesDocument,
    "\n  mutation RevealDialog($input: RevealResidentInput!) {\n    revealResident(input: $input) {\n      name\n      documentNumber\n      phone\n    }\n  }\n": types.RevealDialogDocument,
    "\n  mutation ShowCode($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n": types.ShowCodeDocument,
    "\n  query HealthRecordOpen($id: ID!) {\n    resident(id: $id) {\n      id\n      healthRecordOpenUntil\n    }\n  }\n": types.HealthRecordOpenDocument,
    "\n  mutation OpenHealthRecord($input: OpenHealthRecordInput!) {\n    openHealthRecord(input: $input) {\n      until\n    }\n  }\n": types.OpenHealthRecordDocument,
    "\n  query ResidentPage($id: ID!) {\n    resident(id: $id) {\n      id\n      maskedName\n      region\n      state\n      documentType\n      birthDate\n      guardianId\n      receivedAt\n      reviewedAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      consents {\n        id\n        method\n        recordedAt\n      }\n      allowedActions {\n        action\n        allowed\n        reasonCode\n      }\n    }\n  }\n": types.ResidentPageDocument,
    "\n  query ResidentCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        decisions(first: 50) {\n          nodes {\n            ...Decision_Why\n            id\n            fromState\n            fromColor\n            toState\n            toColor\n            decidedAt\n            policyVersion\n            reasons {\n              ruleId\n              ruleVersion\n            }\n          }\n        }\n      }\n    }\n  }\n": types.ResidentCodeDocument,
    "\n  query ResidentHealth($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 50) {\n        nodes {\n          id\n          symptoms\n          temperature\n          contactWithCase\n          atDesk\n          declaredAt\n          state\n          reviewReason\n        }\n      }\n      tests(first: 50) {\n        nodes {\n          id\n          sampleCollectedAt\n          result\n          method\n          laboratory\n        }\n      }\n      checkIns(first: 50) {\n        nodes {\n          id\n          at\n          symptoms\n          temperature\n        }\n      }\n      isolationOrders(first: 50) {\n        nodes {\n          id\n          place\n          from\n          until\n          releasedAt\n        }\n      }\n      vaccinations(first: 50) {\n        nodes {\n          id\n          product\n          doseNumber\n          seriesDoses\n          vaccinatedOn\n          center\n        }\n      }\n      contactNotices(first: 50) {\n        nodes {\n          id\n          lastContactAt\n          noticedAt\n          withdrawnAt\n        }\n      }\n    }\n  }\n": types.ResidentHealthDocument,
    "\n  query ResidentTravel($id: ID!) {\n    resident(id: $id) {\n      id\n      stays(first: 50) {\n        nodes {\n          id\n          division\n          community\n          arrivedAt\n          leftAt\n        }\n      }\n      trips(first: 50) {\n        nodes {\n          id\n          mode\n          number\n          from {\n            country\n            division\n          }\n          to {\n            country\n            division\n          }\n          departedAt\n          arrivedAt\n        }\n      }\n    }\n  }\n": types.ResidentTravelDocument,
    "\n  query DeclarationFacts($id: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        state\n        color\n      }\n      latestTest {\n        id\n        sampleCollectedAt\n        result\n        method\n        laboratory\n      }\n      recentStays {\n        id\n        division\n        arrivedAt\n        leftAt\n      }\n    }\n  }\n": types.DeclarationFactsDocument,
    "\n  query DeclarationsPage(\n    $region: ID\n    $state: DeclarationState!\n    $attention: Boolean\n    $after: String\n  ) {\n    declarations(region: $region, state: $state, attention: $attention, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Declaration_Row\n      }\n    }\n  }\n": types.DeclarationsPageDocument,
    "\n  mutation ReviewDeclaration($input: ReviewDeclarationInput!) {\n    reviewDeclaration(input: $input) {\n      id\n      state\n    }\n  }\n": types.ReviewDeclarationDocument,
    "\n  query RegistrationsPage(\n    $region: ID\n    $state: RegistrationState!\n    $documentType: DocumentType\n    $after: String\n  ) {\n    registrations(\n      region: $region\n      state: $state\n      documentType: $documentType\n      first: 50\n      after: $after\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Registration_Row\n      }\n    }\n  }\n": types.RegistrationsPageDocument,
    "\n  mutation ReviewRegistration($input: ReviewRegistrationInput!) {\n    reviewRegistration(input: $input) {\n      id\n      state\n    }\n  }\n": types.ReviewRegistrationDocument,
    "\n  fragment Declaration_Row on Declaration {\n    id\n    symptoms\n    temperature\n    contactWithCase\n    atDesk\n    declaredAt\n    dueAt\n    state\n    reviewedAt\n    reviewReason\n    resident {\n      id\n      maskedName\n      birthDate\n      documentType\n      division {\n        code\n        name\n      }\n    }\n  }\n": types.Declaration_RowFragmentDoc,
    "\n  fragment Registration_Row on Resident {\n    id\n    maskedName\n    birthDate\n    documentType\n    guardianId\n    duplicates\n    receivedAt\n    dueAt\n    state\n    reviewedAt\n    reviewReason\n    division {\n      code\n      name\n    }\n  }\n": types.Registration_RowFragmentDoc,
    "\n  query AreaList($level: RiskLevel, $division: ID, $at: DateTime, $after: String) {\n    riskAreas(level: $level, division: $division, at: $at, first: 50, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        level\n        division\n        whole\n        province\n        city\n        county\n        community\n        validFrom\n        validTo\n      }\n    }\n  }\n": types.AreaListDocument,
    "\n  query BulletinList($after: String) {\n    bulletins(first: 20, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        publishedAt\n        importedAt\n        importedBy\n        state\n        acceptedAt\n        counts {\n          high\n          medium\n          low\n        }\n        lifted\n        raised\n        holds\n        unresolved {\n          name\n          division\n          areas\n        }\n        proposalId\n        progress {\n          done\n          total\n          exposures\n          ended\n        }\n      }\n    }\n  }\n": types.BulletinListDocument,
    "\n  mutation ImportBulletin($input: ImportBulletinInput!) {\n    importBulletin(input: $input) {\n      id\n      state\n    }\n  }\n": types.ImportBulletinDocument,
    "\n  query SetAsidePage($region: ID!, $after: String) {\n    setAsideEvents(region: $region, first: 50, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        region\n        producer\n        kind\n        fault\n        state\n        times\n        setAsideAt\n      }\n    }\n  }\n": types.SetAsidePageDocument,
    "\n    mutation RetryEvent($input: SetAsideEventInput!) {\n      retryEvent(input: $input) {\n        id\n      }\n    }\n  ": types.RetryEventDocument,
    "\n    mutation DropEvent($input: SetAsideEventInput!) {\n      dropEvent(input: $input) {\n        id\n      }\n    }\n  ": types.DropEventDocument,
    "\n  query ReevaluationList($region: ID!) {\n    reevaluations(region: $region, first: 10) {\n      nodes {\n        id\n        reason\n        state\n        dueAt\n        total\n        done\n        changed\n        failed\n        endedAt\n      }\n    }\n  }\n": types.ReevaluationListDocument,
    "\n  query StatisticsBoard($region: ID!, $from: Date!, $to: Date!) {\n    statistics(region: $region, from: $from, to: $to) {\n      region\n      asOf\n      standings {\n        state\n        color\n        count\n      }\n      reasons {\n        reasonClass\n        count\n      }\n      days {\n        day\n        declared\n        reviewed\n        turnedGreen\n        turnedYellow\n        turnedRed\n      }\n    }\n  }\n": types.StatisticsBoardDocument,
    "\n  mutation SubmitTestResults($input: SubmitTestResultsInput!) {\n    submitTestResults(input: $input) {\n      id\n      rows {\n        line\n        status\n        field\n        fault\n      }\n    }\n  }\n": types.SubmitTestResultsDocument,
    "\n  query VenueCode($venueId: ID!) {\n    venueCode(venueId: $venueId) {\n      svg\n      rotatesAt\n    }\n  }\n": types.VenueCodeDocument,
    "\n  query VenueOutbreaks($venueId: ID!, $after: String) {\n    outbreaks(venueId: $venueId, first: 10, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        from\n        until\n        reason\n        declaredAt\n        withdrawnAt\n        withdrawReason\n        contacts\n        allowedActions {\n          action\n          allowed\n          reasonCode\n        }\n      }\n    }\n  }\n": types.VenueOutbreaksDocument,
    "\n  query VenuesPage($region: ID, $after: String) {\n    venues(region: $region, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        division\n        addedAt\n      }\n    }\n  }\n": types.VenuesPageDocument,
    "\n        mutation AddVenue($input: AddVenueInput!) {\n          addVenue(input: $input) {\n            id\n          }\n        }\n      ": types.AddVenueDocument,
    "\n        mutation DeclareOutbreak($input: DeclareOutbreakInput!) {\n          declareOutbreak(input: $input) {\n            id\n          }\n        }\n      ": types.DeclareOutbreakDocument,
    "\n        mutation WithdrawOutbreak($input: WithdrawOutbreakInput!) {\n          withdrawOutbreak(input: $input) {\n            id\n          }\n        }\n      ": types.WithdrawOutbreakDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      role\n      agency\n      scopes\n      purposes\n      grants {\n        code\n        name\n        level\n      }\n      regions {\n        code\n        name\n        level\n      }\n    }\n  }\n": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Decision_Why on ColorDecision {\n    missing\n    reasons {\n      ruleId\n      ruleVersion\n      until\n      text(language: $language)\n      evidence {\n        id\n        kind\n        source\n        at\n      }\n    }\n    nextSteps {\n      kind\n      until\n      text(language: $language)\n    }\n  }\n"): (typeof documents)["\n  fragment Decision_Why on ColorDecision {\n    missing\n    reasons {\n      ruleId\n      ruleVersion\n      until\n      text(language: $language)\n      evidence {\n        id\n        kind\n        source\n        at\n      }\n    }\n    nextSteps {\n      kind\n      until\n      text(language: $language)\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DivisionName($code: ID!) {\n    division(code: $code) {\n      code\n      name\n    }\n  }\n"): (typeof documents)["\n  query DivisionName($code: ID!) {\n    division(code: $code) {\n      code\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WaitingDeclarations($region: ID) {\n    declarations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query WaitingDeclarations($region: ID) {\n    declarations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WaitingRegistrations($region: ID) {\n    registrations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query WaitingRegistrations($region: ID) {\n    registrations(region: $region, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyAccesses($id: ID!) {\n    resident(id: $id) {\n      id\n      accesses(first: 50) {\n        at\n        action\n        role\n        agency\n        purpose\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyAccesses($id: ID!) {\n    resident(id: $id) {\n      id\n      accesses(first: 50) {\n        at\n        action\n        role\n        agency\n        purpose\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MyCheckIn($input: CheckInInput!) {\n      checkIn(input: $input) {\n        id\n      }\n    }\n  "): (typeof documents)["\n    mutation MyCheckIn($input: CheckInInput!) {\n      checkIn(input: $input) {\n        id\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyCheckIns($id: ID!) {\n    resident(id: $id) {\n      id\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyCheckIns($id: ID!) {\n    resident(id: $id) {\n      id\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyReceipt($id: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        decisions(first: 1) {\n          nodes {\n            id\n            receipt\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyReceipt($id: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        decisions(first: 1) {\n          nodes {\n            id\n            receipt\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MyCodeText($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation MyCodeText($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        lookAgainAt\n        standing {\n          policyVersion\n          missing\n          reasons {\n            ruleId\n            until\n            text(language: $language)\n            evidence {\n              id\n              kind\n              source\n              at\n            }\n          }\n          nextSteps {\n            kind\n            remaining\n            text(language: $language)\n          }\n        }\n      }\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        lookAgainAt\n        standing {\n          policyVersion\n          missing\n          reasons {\n            ruleId\n            until\n            text(language: $language)\n            evidence {\n              id\n              kind\n              source\n              at\n            }\n          }\n          nextSteps {\n            kind\n            remaining\n            text(language: $language)\n          }\n        }\n      }\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n      checkIns(first: 14) {\n        nodes {\n          id\n          at\n          day\n          symptoms\n          temperature\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyDeclarations($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyDeclarations($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 1) {\n        nodes {\n          id\n          state\n          declaredAt\n          dueAt\n          reviewReason\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyStays($id: ID!) {\n    resident(id: $id) {\n      id\n      stays(first: 10) {\n        nodes {\n          id\n          division\n          community\n          arrivedAt\n          leftAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyStays($id: ID!) {\n    resident(id: $id) {\n      id\n      stays(first: 10) {\n        nodes {\n          id\n          division\n          community\n          arrivedAt\n          leftAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MyEndStay($input: EndStayInput!) {\n    endStay(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation MyEndStay($input: EndStayInput!) {\n    endStay(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MyDeclareHealth($input: DeclareHealthInput!) {\n    declareHealth(input: $input) {\n      id\n      declaredAt\n      dueAt\n    }\n  }\n"): (typeof documents)["\n  mutation MyDeclareHealth($input: DeclareHealthInput!) {\n    declareHealth(input: $input) {\n      id\n      declaredAt\n      dueAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MyDeclareStay($input: DeclareStayInput!) {\n    declareStay(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation MyDeclareStay($input: DeclareStayInput!) {\n    declareStay(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyRiskAreas($division: ID!, $from: DateTime!, $to: DateTime!) {\n    before: riskAreas(division: $division, at: $from, first: 100) {\n      nodes {\n        id\n        community\n        whole\n      }\n    }\n    after: riskAreas(division: $division, at: $to, first: 100) {\n      nodes {\n        id\n        community\n        whole\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyRiskAreas($division: ID!, $from: DateTime!, $to: DateTime!) {\n    before: riskAreas(division: $division, at: $from, first: 100) {\n      nodes {\n        id\n        community\n        whole\n      }\n    }\n    after: riskAreas(division: $division, at: $to, first: 100) {\n      nodes {\n        id\n        community\n        whole\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyDivisions($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        registers\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyDivisions($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        registers\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MyLeaveVenue($id: ID!) {\n      leaveVenue(visitId: $id) {\n        id\n      }\n    }\n  "): (typeof documents)["\n    mutation MyLeaveVenue($id: ID!) {\n      leaveVenue(visitId: $id) {\n        id\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MyVisitVenue($input: VisitVenueInput!) {\n      visitVenue(input: $input) {\n        id\n      }\n    }\n  "): (typeof documents)["\n    mutation MyVisitVenue($input: VisitVenueInput!) {\n      visitVenue(input: $input) {\n        id\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MyDeclareTrip($input: DeclareTripInput!) {\n      declareTrip(input: $input) {\n        id\n      }\n    }\n  "): (typeof documents)["\n    mutation MyDeclareTrip($input: DeclareTripInput!) {\n      declareTrip(input: $input) {\n        id\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyRecords($id: ID!) {\n    resident(id: $id) {\n      id\n      trips(first: 20) {\n        nodes {\n          id\n          mode\n          number\n          from {\n            country\n            division\n          }\n          to {\n            country\n            division\n          }\n          departedAt\n          arrivedAt\n        }\n      }\n      venueVisits(first: 20) {\n        nodes {\n          id\n          venueName\n          arrivedAt\n          leftAt\n        }\n      }\n      vaccinations(first: 20) {\n        nodes {\n          id\n          product\n          doseNumber\n          seriesDoses\n          vaccinatedOn\n          center\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyRecords($id: ID!) {\n    resident(id: $id) {\n      id\n      trips(first: 20) {\n        nodes {\n          id\n          mode\n          number\n          from {\n            country\n            division\n          }\n          to {\n            country\n            division\n          }\n          departedAt\n          arrivedAt\n        }\n      }\n      venueVisits(first: 20) {\n        nodes {\n          id\n          venueName\n          arrivedAt\n          leftAt\n        }\n      }\n      vaccinations(first: 20) {\n        nodes {\n          id\n          product\n          doseNumber\n          seriesDoses\n          vaccinatedOn\n          center\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MyRegister($input: RegisterResidentInput!) {\n      registerResident(input: $input) {\n        id\n      }\n    }\n  "): (typeof documents)["\n    mutation MyRegister($input: RegisterResidentInput!) {\n      registerResident(input: $input) {\n        id\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyHousehold {\n    myResidents {\n      id\n      region\n      state\n      documentType\n      maskedName\n      birthDate\n      guardianId\n      receivedAt\n      dueAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      code {\n        id\n        state\n        color\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyHousehold {\n    myResidents {\n      id\n      region\n      state\n      documentType\n      maskedName\n      birthDate\n      guardianId\n      receivedAt\n      dueAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      code {\n        id\n        state\n        color\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountList($region: ID, $role: Role, $disabled: Boolean, $after: String) {\n    accounts(region: $region, role: $role, disabled: $disabled, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        role\n        agency\n        region\n        disabledAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query AccountList($region: ID, $role: Role, $disabled: Boolean, $after: String) {\n    accounts(region: $region, role: $role, disabled: $disabled, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        role\n        agency\n        region\n        disabledAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeAccount($input: ChangeAccountInput!) {\n    changeAccount(input: $input) {\n      id\n      version\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeAccount($input: ChangeAccountInput!) {\n    changeAccount(input: $input) {\n      id\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisableAccount($id: ID!, $version: Int!) {\n    disableAccount(id: $id, version: $version) {\n      id\n      version\n    }\n  }\n"): (typeof documents)["\n  mutation DisableAccount($id: ID!, $version: Int!) {\n    disableAccount(id: $id, version: $version) {\n      id\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnableAccount($id: ID!, $version: Int!) {\n    enableAccount(id: $id, version: $version) {\n      id\n      version\n    }\n  }\n"): (typeof documents)["\n  mutation EnableAccount($id: ID!, $version: Int!) {\n    enableAccount(id: $id, version: $version) {\n      id\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddAccount($input: AddAccountInput!) {\n    addAccount(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation AddAccount($input: AddAccountInput!) {\n    addAccount(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddAgency($input: AddAgencyInput!) {\n    addAgency(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation AddAgency($input: AddAgencyInput!) {\n    addAgency(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountPanel($id: ID!) {\n    account(id: $id) {\n      id\n      name\n      role\n      agency\n      region\n      grants\n      rights\n      withheld\n      purposes\n      disabledAt\n      version\n      allowedActions {\n        action\n        allowed\n        reasonCode\n      }\n    }\n  }\n"): (typeof documents)["\n  query AccountPanel($id: ID!) {\n    account(id: $id) {\n      id\n      name\n      role\n      agency\n      region\n      grants\n      rights\n      withheld\n      purposes\n      disabledAt\n      version\n      allowedActions {\n        action\n        allowed\n        reasonCode\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Rights($language: Language!) {\n    rights {\n      id\n      roles\n      text(language: $language)\n    }\n  }\n"): (typeof documents)["\n  query Rights($language: Language!) {\n    rights {\n      id\n      roles\n      text(language: $language)\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Agencies {\n    agencies {\n      id\n      region\n      name\n    }\n  }\n"): (typeof documents)["\n  query Agencies {\n    agencies {\n      id\n      region\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProposeBulkExport($input: ProposeBulkExportInput!) {\n    proposeBulkExport(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ProposeBulkExport($input: ProposeBulkExportInput!) {\n    proposeBulkExport(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProposeKeyWithdrawal($input: ProposeKeyWithdrawalInput!) {\n    proposeKeyWithdrawal(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ProposeKeyWithdrawal($input: ProposeKeyWithdrawalInput!) {\n    proposeKeyWithdrawal(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SigningKeys($region: ID!) {\n    signingKeys(region: $region) {\n      kid\n      region\n      use\n      notBefore\n      notAfter\n      withdrawn\n    }\n  }\n"): (typeof documents)["\n  query SigningKeys($region: ID!) {\n    signingKeys(region: $region) {\n      kid\n      region\n      use\n      notBefore\n      notAfter\n      withdrawn\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveResidentsProposal($id: ID!) {\n    approveResidentsProposal(id: $id) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ApproveResidentsProposal($id: ID!) {\n    approveResidentsProposal(id: $id) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefuseResidentsProposal($input: RefuseProposalInput!) {\n    refuseResidentsProposal(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation RefuseResidentsProposal($input: RefuseProposalInput!) {\n    refuseResidentsProposal(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeBackResidentsProposal($id: ID!) {\n    takeBackResidentsProposal(id: $id) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation TakeBackResidentsProposal($id: ID!) {\n    takeBackResidentsProposal(id: $id) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveCodesProposal($id: ID!) {\n    approveCodesProposal(id: $id) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ApproveCodesProposal($id: ID!) {\n    approveCodesProposal(id: $id) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefuseCodesProposal($input: RefuseProposalInput!) {\n    refuseCodesProposal(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation RefuseCodesProposal($input: RefuseProposalInput!) {\n    refuseCodesProposal(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeBackCodesProposal($id: ID!) {\n    takeBackCodesProposal(id: $id) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation TakeBackCodesProposal($id: ID!) {\n    takeBackCodesProposal(id: $id) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveTravelProposal($id: ID!) {\n    approveTravelProposal(id: $id) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ApproveTravelProposal($id: ID!) {\n    approveTravelProposal(id: $id) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefuseTravelProposal($input: RefuseProposalInput!) {\n    refuseTravelProposal(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation RefuseTravelProposal($input: RefuseProposalInput!) {\n    refuseTravelProposal(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeBackTravelProposal($id: ID!) {\n    takeBackTravelProposal(id: $id) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation TakeBackTravelProposal($id: ID!) {\n    takeBackTravelProposal(id: $id) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExportedPage($proposal: ID!, $after: String) {\n    exportedResidents(proposal: $proposal, first: 100, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        name\n        documentNumber\n        phone\n        resident {\n          id\n          documentType\n          birthDate\n          division {\n            code\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ExportedPage($proposal: ID!, $after: String) {\n    exportedResidents(proposal: $proposal, first: 100, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        name\n        documentNumber\n        phone\n        resident {\n          id\n          documentType\n          birthDate\n          division {\n            code\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Proposal_Row on Proposal {\n    id\n    region\n    kind\n    about\n    reason\n    dryRun {\n      name\n      count\n    }\n    proposedBy {\n      subject\n      agency\n    }\n    proposedAt\n    expiresAt\n    state\n    decidedBy {\n      subject\n      agency\n    }\n    decidedAt\n    decideReason\n    allowedActions {\n      action\n      allowed\n      reasonCode\n    }\n  }\n"): (typeof documents)["\n  fragment Proposal_Row on Proposal {\n    id\n    region\n    kind\n    about\n    reason\n    dryRun {\n      name\n      count\n    }\n    proposedBy {\n      subject\n      agency\n    }\n    proposedAt\n    expiresAt\n    state\n    decidedBy {\n      subject\n      agency\n    }\n    decidedAt\n    decideReason\n    allowedActions {\n      action\n      allowed\n      reasonCode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResidentsProposals($region: ID, $state: ProposalState) {\n    residentsProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n"): (typeof documents)["\n  query ResidentsProposals($region: ID, $state: ProposalState) {\n    residentsProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TravelProposals($region: ID, $state: ProposalState) {\n    travelProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n"): (typeof documents)["\n  query TravelProposals($region: ID, $state: ProposalState) {\n    travelProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CodesProposals($region: ID, $state: ProposalState) {\n    codesProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n"): (typeof documents)["\n  query CodesProposals($region: ID, $state: ProposalState) {\n    codesProposals(region: $region, state: $state, first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        ...Proposal_Row\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditPage($region: ID!, $filter: AuditFilterInput, $after: String) {\n    auditEntries(region: $region, filter: $filter, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Audit_Entry\n        sequence\n      }\n    }\n  }\n"): (typeof documents)["\n  query AuditPage($region: ID!, $filter: AuditFilterInput, $after: String) {\n    auditEntries(region: $region, filter: $filter, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Audit_Entry\n        sequence\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Audit_Entry on AuditEntry {\n    sequence\n    at\n    action\n    hash\n    subject\n    role\n    agency\n    purpose\n    residentId\n    objectId\n    reason\n    details {\n      name\n      value\n    }\n  }\n"): (typeof documents)["\n  fragment Audit_Entry on AuditEntry {\n    sequence\n    at\n    action\n    hash\n    subject\n    role\n    agency\n    purpose\n    residentId\n    objectId\n    reason\n    details {\n      name\n      value\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VerifyChain($region: ID!, $from: Int!) {\n    auditVerification(region: $region, from: $from) {\n      verifiedTo\n      entries\n      total\n      done\n      fault {\n        fault\n        sequence\n        checkpoint\n      }\n    }\n  }\n"): (typeof documents)["\n  query VerifyChain($region: ID!, $from: Int!) {\n    auditVerification(region: $region, from: $from) {\n      verifiedTo\n      entries\n      total\n      done\n      fault {\n        fault\n        sequence\n        checkpoint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseTable_Case on Case {\n    id\n    kind\n    since\n    until\n    lastCheckInOn\n    resident {\n      id\n      maskedName\n    }\n  }\n"): (typeof documents)["\n  fragment CaseTable_Case on Case {\n    id\n    kind\n    since\n    until\n    lastCheckInOn\n    resident {\n      id\n      maskedName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CasesPage($region: ID, $kind: CaseKind, $due: CaseDue, $after: String) {\n    cases(region: $region, kind: $kind, due: $due, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...CaseTable_Case\n      }\n    }\n  }\n"): (typeof documents)["\n  query CasesPage($region: ID, $kind: CaseKind, $due: CaseDue, $after: String) {\n    cases(region: $region, kind: $kind, due: $due, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...CaseTable_Case\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation OrderIsolation($input: OrderIsolationInput!) {\n          orderIsolation(input: $input) {\n            id\n          }\n        }\n      "): (typeof documents)["\n        mutation OrderIsolation($input: OrderIsolationInput!) {\n          orderIsolation(input: $input) {\n            id\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation ExtendIsolation($input: ExtendIsolationInput!) {\n          extendIsolation(input: $input) {\n            id\n          }\n        }\n      "): (typeof documents)["\n        mutation ExtendIsolation($input: ExtendIsolationInput!) {\n          extendIsolation(input: $input) {\n            id\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation ReleaseIsolation($orderId: ID!) {\n          releaseIsolation(orderId: $orderId) {\n            id\n          }\n        }\n      "): (typeof documents)["\n        mutation ReleaseIsolation($orderId: ID!) {\n          releaseIsolation(orderId: $orderId) {\n            id\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation NoticeContact($input: NoticeContactInput!) {\n          noticeContact(input: $input) {\n            id\n          }\n        }\n      "): (typeof documents)["\n        mutation NoticeContact($input: NoticeContactInput!) {\n          noticeContact(input: $input) {\n            id\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation WithdrawContactNotice($input: WithdrawContactNoticeInput!) {\n          withdrawContactNotice(input: $input) {\n            id\n          }\n        }\n      "): (typeof documents)["\n        mutation WithdrawContactNotice($input: WithdrawContactNoticeInput!) {\n          withdrawContactNotice(input: $input) {\n            id\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseRecord($id: ID!) {\n    resident(id: $id) {\n      id\n      tests(first: 20) {\n        nodes {\n          id\n          sampleCollectedAt\n          result\n          method\n          supersededBy\n        }\n      }\n      isolationOrders(first: 20) {\n        nodes {\n          id\n          place\n          from\n          until\n          releasedAt\n          allowedActions {\n            action\n            allowed\n            reasonCode\n          }\n        }\n      }\n      contactNotices(first: 20) {\n        nodes {\n          id\n          lastContactAt\n          noticedAt\n          withdrawnAt\n          allowedActions {\n            action\n            allowed\n            reasonCode\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseRecord($id: ID!) {\n    resident(id: $id) {\n      id\n      tests(first: 20) {\n        nodes {\n          id\n          sampleCollectedAt\n          result\n          method\n          supersededBy\n        }\n      }\n      isolationOrders(first: 20) {\n        nodes {\n          id\n          place\n          from\n          until\n          releasedAt\n          allowedActions {\n            action\n            allowed\n            reasonCode\n          }\n        }\n      }\n      contactNotices(first: 20) {\n        nodes {\n          id\n          lastContactAt\n          noticedAt\n          withdrawnAt\n          allowedActions {\n            action\n            allowed\n            reasonCode\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeclareAtDesk($input: DeclareHealthInput!) {\n      declareHealth(input: $input) {\n        id\n        declaredAt\n        dueAt\n        state\n        reviewReason\n      }\n    }\n  "): (typeof documents)["\n    mutation DeclareAtDesk($input: DeclareHealthInput!) {\n      declareHealth(input: $input) {\n        id\n        declaredAt\n        dueAt\n        state\n        reviewReason\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DivisionsBelow($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        level\n      }\n    }\n  }\n"): (typeof documents)["\n  query DivisionsBelow($below: ID!) {\n    divisions(below: $below, first: 100) {\n      nodes {\n        code\n        name\n        level\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation IssuePaper($input: IssueCodeInput!, $language: Language!) {\n      issueCode(input: $input) {\n        svg\n        pdf(language: $language)\n        issuedAt\n        expiresAt\n      }\n    }\n  "): (typeof documents)["\n    mutation IssuePaper($input: IssueCodeInput!, $language: Language!) {\n      issueCode(input: $input) {\n        svg\n        pdf(language: $language)\n        issuedAt\n        expiresAt\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindPerson($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      id\n      region\n      state\n      maskedName\n      birthDate\n      consents {\n        id\n        method\n        recordedAt\n      }\n      code {\n        state\n        color\n      }\n    }\n  }\n"): (typeof documents)["\n  query FindPerson($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      id\n      region\n      state\n      maskedName\n      birthDate\n      consents {\n        id\n        method\n        recordedAt\n      }\n      code {\n        state\n        color\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterAtDesk($input: RegisterResidentInput!) {\n    registerResident(input: $input) {\n      id\n      maskedName\n    }\n  }\n"): (typeof documents)["\n  mutation RegisterAtDesk($input: RegisterResidentInput!) {\n    registerResident(input: $input) {\n      id\n      maskedName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeskPerson($id: ID!, $declaration: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        state\n        color\n      }\n    }\n    declaration(id: $declaration) {\n      id\n      declaredAt\n      dueAt\n      state\n      reviewReason\n    }\n  }\n"): (typeof documents)["\n  query DeskPerson($id: ID!, $declaration: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        state\n        color\n      }\n    }\n    declaration(id: $declaration) {\n      id\n      declaredAt\n      dueAt\n      state\n      reviewReason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PolicyFaults($input: PolicyInput!) {\n    policyFaults(input: $input) {\n      kind\n      path\n      message\n    }\n  }\n"): (typeof documents)["\n  query PolicyFaults($input: PolicyInput!) {\n    policyFaults(input: $input) {\n      kind\n      path\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProposePolicy($input: ProposePolicyInput!) {\n    proposePolicy(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ProposePolicy($input: ProposePolicyInput!) {\n    proposePolicy(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawPolicy($input: WithdrawPolicyInput!) {\n    withdrawPolicy(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawPolicy($input: WithdrawPolicyInput!) {\n    withdrawPolicy(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Policy_Rule on PolicyRule {\n    id\n    version\n    color\n    zhHans: text(language: ZH_HANS)\n    zhHant: text(language: ZH_HANT)\n    en: text(language: EN)\n    condition {\n      kind\n      days\n      level\n      place\n      terms\n    }\n    exit {\n      kind\n      n\n      unit\n      count\n      hoursApart\n      fromDay\n      of {\n        kind\n        n\n        unit\n        count\n        hoursApart\n        fromDay\n        of {\n          kind\n          n\n          unit\n          count\n          hoursApart\n          fromDay\n          of {\n            kind\n            n\n            unit\n            count\n            hoursApart\n            fromDay\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Policy_Rule on PolicyRule {\n    id\n    version\n    color\n    zhHans: text(language: ZH_HANS)\n    zhHant: text(language: ZH_HANT)\n    en: text(language: EN)\n    condition {\n      kind\n      days\n      level\n      place\n      terms\n    }\n    exit {\n      kind\n      n\n      unit\n      count\n      hoursApart\n      fromDay\n      of {\n        kind\n        n\n        unit\n        count\n        hoursApart\n        fromDay\n        of {\n          kind\n          n\n          unit\n          count\n          hoursApart\n          fromDay\n          of {\n            kind\n            n\n            unit\n            count\n            hoursApart\n            fromDay\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Policies($region: ID!, $after: String) {\n    policies(region: $region, first: 10, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        region\n        version\n        state\n        validFrom\n        validTo\n        statusMaxAgeMinutes\n        publishedAt\n        withdrawnAt\n        rules {\n          ...Policy_Rule\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Policies($region: ID!, $after: String) {\n    policies(region: $region, first: 10, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        region\n        version\n        state\n        validFrom\n        validTo\n        statusMaxAgeMinutes\n        publishedAt\n        withdrawnAt\n        rules {\n          ...Policy_Rule\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PolicyEditions($language: Language!) {\n    nationalPolicies {\n      id\n      name(language: $language)\n      validFromOn\n      source\n      rules {\n        ...Policy_Rule\n      }\n    }\n  }\n"): (typeof documents)["\n  query PolicyEditions($language: Language!) {\n    nationalPolicies {\n      id\n      name(language: $language)\n      validFromOn\n      source\n      rules {\n        ...Policy_Rule\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecognizeCode($input: RecognizeCodeInput!, $language: Language!) {\n    recognizeCode(input: $input) {\n      pass\n      outcome\n      tokenStatus\n      issuer {\n        id\n        name(language: $language)\n      }\n      presentedIn {\n        id\n        name(language: $language)\n      }\n      issuedColor\n      color\n      reasons {\n        ruleId\n        version\n        outcome\n        text(language: $language)\n      }\n      holder {\n        maskedName\n        birthMonthDay\n      }\n      validUntil\n      basis {\n        mode\n        trustListVersion\n        policyVersion\n        agreementVersion\n        statusAsOf\n      }\n      paper\n      specimen\n      receipt\n    }\n  }\n"): (typeof documents)["\n  query RecognizeCode($input: RecognizeCodeInput!, $language: Language!) {\n    recognizeCode(input: $input) {\n      pass\n      outcome\n      tokenStatus\n      issuer {\n        id\n        name(language: $language)\n      }\n      presentedIn {\n        id\n        name(language: $language)\n      }\n      issuedColor\n      color\n      reasons {\n        ruleId\n        version\n        outcome\n        text(language: $language)\n      }\n      holder {\n        maskedName\n        birthMonthDay\n      }\n      validUntil\n      basis {\n        mode\n        trustListVersion\n        policyVersion\n        agreementVersion\n        statusAsOf\n      }\n      paper\n      specimen\n      receipt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Found_Resident on Resident {\n    id\n    maskedName\n    birthDate\n    state\n    documentType\n    division {\n      code\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment Found_Resident on Resident {\n    id\n    maskedName\n    birthDate\n    state\n    documentType\n    division {\n      code\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResidentSearchPage($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      ...Found_Resident\n      code {\n        state\n        color\n      }\n    }\n  }\n"): (typeof documents)["\n  query ResidentSearchPage($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      ...Found_Resident\n      code {\n        state\n        color\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResidentSearchWithoutCodes($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      ...Found_Resident\n    }\n  }\n"): (typeof documents)["\n  query ResidentSearchWithoutCodes($input: FindResidentsInput!) {\n    findResidents(input: $input) {\n      ...Found_Resident\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevealDialog($input: RevealResidentInput!) {\n    revealResident(input: $input) {\n      name\n      documentNumber\n      phone\n    }\n  }\n"): (typeof documents)["\n  mutation RevealDialog($input: RevealResidentInput!) {\n    revealResident(input: $input) {\n      name\n      documentNumber\n      phone\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShowCode($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation ShowCode($input: IssueCodeInput!) {\n    issueCode(input: $input) {\n      svg\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HealthRecordOpen($id: ID!) {\n    resident(id: $id) {\n      id\n      healthRecordOpenUntil\n    }\n  }\n"): (typeof documents)["\n  query HealthRecordOpen($id: ID!) {\n    resident(id: $id) {\n      id\n      healthRecordOpenUntil\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenHealthRecord($input: OpenHealthRecordInput!) {\n    openHealthRecord(input: $input) {\n      until\n    }\n  }\n"): (typeof documents)["\n  mutation OpenHealthRecord($input: OpenHealthRecordInput!) {\n    openHealthRecord(input: $input) {\n      until\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResidentPage($id: ID!) {\n    resident(id: $id) {\n      id\n      maskedName\n      region\n      state\n      documentType\n      birthDate\n      guardianId\n      receivedAt\n      reviewedAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      consents {\n        id\n        method\n        recordedAt\n      }\n      allowedActions {\n        action\n        allowed\n        reasonCode\n      }\n    }\n  }\n"): (typeof documents)["\n  query ResidentPage($id: ID!) {\n    resident(id: $id) {\n      id\n      maskedName\n      region\n      state\n      documentType\n      birthDate\n      guardianId\n      receivedAt\n      reviewedAt\n      reviewReason\n      division {\n        code\n        name\n      }\n      consents {\n        id\n        method\n        recordedAt\n      }\n      allowedActions {\n        action\n        allowed\n        reasonCode\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResidentCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        decisions(first: 50) {\n          nodes {\n            ...Decision_Why\n            id\n            fromState\n            fromColor\n            toState\n            toColor\n            decidedAt\n            policyVersion\n            reasons {\n              ruleId\n              ruleVersion\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ResidentCode($id: ID!, $language: Language!) {\n    resident(id: $id) {\n      id\n      code {\n        id\n        state\n        color\n        decidedAt\n        decisions(first: 50) {\n          nodes {\n            ...Decision_Why\n            id\n            fromState\n            fromColor\n            toState\n            toColor\n            decidedAt\n            policyVersion\n            reasons {\n              ruleId\n              ruleVersion\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResidentHealth($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 50) {\n        nodes {\n          id\n          symptoms\n          temperature\n          contactWithCase\n          atDesk\n          declaredAt\n          state\n          reviewReason\n        }\n      }\n      tests(first: 50) {\n        nodes {\n          id\n          sampleCollectedAt\n          result\n          method\n          laboratory\n        }\n      }\n      checkIns(first: 50) {\n        nodes {\n          id\n          at\n          symptoms\n          temperature\n        }\n      }\n      isolationOrders(first: 50) {\n        nodes {\n          id\n          place\n          from\n          until\n          releasedAt\n        }\n      }\n      vaccinations(first: 50) {\n        nodes {\n          id\n          product\n          doseNumber\n          seriesDoses\n          vaccinatedOn\n          center\n        }\n      }\n      contactNotices(first: 50) {\n        nodes {\n          id\n          lastContactAt\n          noticedAt\n          withdrawnAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ResidentHealth($id: ID!) {\n    resident(id: $id) {\n      id\n      declarations(first: 50) {\n        nodes {\n          id\n          symptoms\n          temperature\n          contactWithCase\n          atDesk\n          declaredAt\n          state\n          reviewReason\n        }\n      }\n      tests(first: 50) {\n        nodes {\n          id\n          sampleCollectedAt\n          result\n          method\n          laboratory\n        }\n      }\n      checkIns(first: 50) {\n        nodes {\n          id\n          at\n          symptoms\n          temperature\n        }\n      }\n      isolationOrders(first: 50) {\n        nodes {\n          id\n          place\n          from\n          until\n          releasedAt\n        }\n      }\n      vaccinations(first: 50) {\n        nodes {\n          id\n          product\n          doseNumber\n          seriesDoses\n          vaccinatedOn\n          center\n        }\n      }\n      contactNotices(first: 50) {\n        nodes {\n          id\n          lastContactAt\n          noticedAt\n          withdrawnAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResidentTravel($id: ID!) {\n    resident(id: $id) {\n      id\n      stays(first: 50) {\n        nodes {\n          id\n          division\n          community\n          arrivedAt\n          leftAt\n        }\n      }\n      trips(first: 50) {\n        nodes {\n          id\n          mode\n          number\n          from {\n            country\n            division\n          }\n          to {\n            country\n            division\n          }\n          departedAt\n          arrivedAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ResidentTravel($id: ID!) {\n    resident(id: $id) {\n      id\n      stays(first: 50) {\n        nodes {\n          id\n          division\n          community\n          arrivedAt\n          leftAt\n        }\n      }\n      trips(first: 50) {\n        nodes {\n          id\n          mode\n          number\n          from {\n            country\n            division\n          }\n          to {\n            country\n            division\n          }\n          departedAt\n          arrivedAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeclarationFacts($id: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        state\n        color\n      }\n      latestTest {\n        id\n        sampleCollectedAt\n        result\n        method\n        laboratory\n      }\n      recentStays {\n        id\n        division\n        arrivedAt\n        leftAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query DeclarationFacts($id: ID!) {\n    resident(id: $id) {\n      id\n      code {\n        state\n        color\n      }\n      latestTest {\n        id\n        sampleCollectedAt\n        result\n        method\n        laboratory\n      }\n      recentStays {\n        id\n        division\n        arrivedAt\n        leftAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeclarationsPage(\n    $region: ID\n    $state: DeclarationState!\n    $attention: Boolean\n    $after: String\n  ) {\n    declarations(region: $region, state: $state, attention: $attention, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Declaration_Row\n      }\n    }\n  }\n"): (typeof documents)["\n  query DeclarationsPage(\n    $region: ID\n    $state: DeclarationState!\n    $attention: Boolean\n    $after: String\n  ) {\n    declarations(region: $region, state: $state, attention: $attention, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Declaration_Row\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviewDeclaration($input: ReviewDeclarationInput!) {\n    reviewDeclaration(input: $input) {\n      id\n      state\n    }\n  }\n"): (typeof documents)["\n  mutation ReviewDeclaration($input: ReviewDeclarationInput!) {\n    reviewDeclaration(input: $input) {\n      id\n      state\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegistrationsPage(\n    $region: ID\n    $state: RegistrationState!\n    $documentType: DocumentType\n    $after: String\n  ) {\n    registrations(\n      region: $region\n      state: $state\n      documentType: $documentType\n      first: 50\n      after: $after\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Registration_Row\n      }\n    }\n  }\n"): (typeof documents)["\n  query RegistrationsPage(\n    $region: ID\n    $state: RegistrationState!\n    $documentType: DocumentType\n    $after: String\n  ) {\n    registrations(\n      region: $region\n      state: $state\n      documentType: $documentType\n      first: 50\n      after: $after\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...Registration_Row\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviewRegistration($input: ReviewRegistrationInput!) {\n    reviewRegistration(input: $input) {\n      id\n      state\n    }\n  }\n"): (typeof documents)["\n  mutation ReviewRegistration($input: ReviewRegistrationInput!) {\n    reviewRegistration(input: $input) {\n      id\n      state\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Declaration_Row on Declaration {\n    id\n    symptoms\n    temperature\n    contactWithCase\n    atDesk\n    declaredAt\n    dueAt\n    state\n    reviewedAt\n    reviewReason\n    resident {\n      id\n      maskedName\n      birthDate\n      documentType\n      division {\n        code\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Declaration_Row on Declaration {\n    id\n    symptoms\n    temperature\n    contactWithCase\n    atDesk\n    declaredAt\n    dueAt\n    state\n    reviewedAt\n    reviewReason\n    resident {\n      id\n      maskedName\n      birthDate\n      documentType\n      division {\n        code\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Registration_Row on Resident {\n    id\n    maskedName\n    birthDate\n    documentType\n    guardianId\n    duplicates\n    receivedAt\n    dueAt\n    state\n    reviewedAt\n    reviewReason\n    division {\n      code\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment Registration_Row on Resident {\n    id\n    maskedName\n    birthDate\n    documentType\n    guardianId\n    duplicates\n    receivedAt\n    dueAt\n    state\n    reviewedAt\n    reviewReason\n    division {\n      code\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AreaList($level: RiskLevel, $division: ID, $at: DateTime, $after: String) {\n    riskAreas(level: $level, division: $division, at: $at, first: 50, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        level\n        division\n        whole\n        province\n        city\n        county\n        community\n        validFrom\n        validTo\n      }\n    }\n  }\n"): (typeof documents)["\n  query AreaList($level: RiskLevel, $division: ID, $at: DateTime, $after: String) {\n    riskAreas(level: $level, division: $division, at: $at, first: 50, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        level\n        division\n        whole\n        province\n        city\n        county\n        community\n        validFrom\n        validTo\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BulletinList($after: String) {\n    bulletins(first: 20, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        publishedAt\n        importedAt\n        importedBy\n        state\n        acceptedAt\n        counts {\n          high\n          medium\n          low\n        }\n        lifted\n        raised\n        holds\n        unresolved {\n          name\n          division\n          areas\n        }\n        proposalId\n        progress {\n          done\n          total\n          exposures\n          ended\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query BulletinList($after: String) {\n    bulletins(first: 20, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        publishedAt\n        importedAt\n        importedBy\n        state\n        acceptedAt\n        counts {\n          high\n          medium\n          low\n        }\n        lifted\n        raised\n        holds\n        unresolved {\n          name\n          division\n          areas\n        }\n        proposalId\n        progress {\n          done\n          total\n          exposures\n          ended\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportBulletin($input: ImportBulletinInput!) {\n    importBulletin(input: $input) {\n      id\n      state\n    }\n  }\n"): (typeof documents)["\n  mutation ImportBulletin($input: ImportBulletinInput!) {\n    importBulletin(input: $input) {\n      id\n      state\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetAsidePage($region: ID!, $after: String) {\n    setAsideEvents(region: $region, first: 50, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        region\n        producer\n        kind\n        fault\n        state\n        times\n        setAsideAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query SetAsidePage($region: ID!, $after: String) {\n    setAsideEvents(region: $region, first: 50, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        region\n        producer\n        kind\n        fault\n        state\n        times\n        setAsideAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RetryEvent($input: SetAsideEventInput!) {\n      retryEvent(input: $input) {\n        id\n      }\n    }\n  "): (typeof documents)["\n    mutation RetryEvent($input: SetAsideEventInput!) {\n      retryEvent(input: $input) {\n        id\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DropEvent($input: SetAsideEventInput!) {\n      dropEvent(input: $input) {\n        id\n      }\n    }\n  "): (typeof documents)["\n    mutation DropEvent($input: SetAsideEventInput!) {\n      dropEvent(input: $input) {\n        id\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReevaluationList($region: ID!) {\n    reevaluations(region: $region, first: 10) {\n      nodes {\n        id\n        reason\n        state\n        dueAt\n        total\n        done\n        changed\n        failed\n        endedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReevaluationList($region: ID!) {\n    reevaluations(region: $region, first: 10) {\n      nodes {\n        id\n        reason\n        state\n        dueAt\n        total\n        done\n        changed\n        failed\n        endedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatisticsBoard($region: ID!, $from: Date!, $to: Date!) {\n    statistics(region: $region, from: $from, to: $to) {\n      region\n      asOf\n      standings {\n        state\n        color\n        count\n      }\n      reasons {\n        reasonClass\n        count\n      }\n      days {\n        day\n        declared\n        reviewed\n        turnedGreen\n        turnedYellow\n        turnedRed\n      }\n    }\n  }\n"): (typeof documents)["\n  query StatisticsBoard($region: ID!, $from: Date!, $to: Date!) {\n    statistics(region: $region, from: $from, to: $to) {\n      region\n      asOf\n      standings {\n        state\n        color\n        count\n      }\n      reasons {\n        reasonClass\n        count\n      }\n      days {\n        day\n        declared\n        reviewed\n        turnedGreen\n        turnedYellow\n        turnedRed\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitTestResults($input: SubmitTestResultsInput!) {\n    submitTestResults(input: $input) {\n      id\n      rows {\n        line\n        status\n        field\n        fault\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SubmitTestResults($input: SubmitTestResultsInput!) {\n    submitTestResults(input: $input) {\n      id\n      rows {\n        line\n        status\n        field\n        fault\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VenueCode($venueId: ID!) {\n    venueCode(venueId: $venueId) {\n      svg\n      rotatesAt\n    }\n  }\n"): (typeof documents)["\n  query VenueCode($venueId: ID!) {\n    venueCode(venueId: $venueId) {\n      svg\n      rotatesAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VenueOutbreaks($venueId: ID!, $after: String) {\n    outbreaks(venueId: $venueId, first: 10, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        from\n        until\n        reason\n        declaredAt\n        withdrawnAt\n        withdrawReason\n        contacts\n        allowedActions {\n          action\n          allowed\n          reasonCode\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query VenueOutbreaks($venueId: ID!, $after: String) {\n    outbreaks(venueId: $venueId, first: 10, after: $after) {\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        from\n        until\n        reason\n        declaredAt\n        withdrawnAt\n        withdrawReason\n        contacts\n        allowedActions {\n          action\n          allowed\n          reasonCode\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VenuesPage($region: ID, $after: String) {\n    venues(region: $region, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        division\n        addedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query VenuesPage($region: ID, $after: String) {\n    venues(region: $region, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        division\n        addedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation AddVenue($input: AddVenueInput!) {\n          addVenue(input: $input) {\n            id\n          }\n        }\n      "): (typeof documents)["\n        mutation AddVenue($input: AddVenueInput!) {\n          addVenue(input: $input) {\n            id\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation DeclareOutbreak($input: DeclareOutbreakInput!) {\n          declareOutbreak(input: $input) {\n            id\n          }\n        }\n      "): (typeof documents)["\n        mutation DeclareOutbreak($input: DeclareOutbreakInput!) {\n          declareOutbreak(input: $input) {\n            id\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation WithdrawOutbreak($input: WithdrawOutbreakInput!) {\n          withdrawOutbreak(input: $input) {\n            id\n          }\n        }\n      "): (typeof documents)["\n        mutation WithdrawOutbreak($input: WithdrawOutbreakInput!) {\n          withdrawOutbreak(input: $input) {\n            id\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      name\n      role\n      agency\n      scopes\n      purposes\n      grants {\n        code\n        name\n        level\n      }\n      regions {\n        code\n        name\n        level\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      name\n      role\n      agency\n      scopes\n      purposes\n      grants {\n        code\n        name\n        level\n      }\n      regions {\n        code\n        name\n        level\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;